// Improves pages that are complete without it.
'use strict';

(function () {
  document.documentElement.classList.add('scripted');

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // What is sent once is not sent twice by an impatient second click; the server knows as well.
  for (const button of document.querySelectorAll('[data-once]')) {
    button.form.addEventListener('submit', () => setTimeout(() => { button.disabled = true; }));
    window.addEventListener('pageshow', () => { button.disabled = false; });
  }

  const drop = document.querySelector('[data-drop]');
  if (!drop) return;
  const form = drop.closest('form');
  const input = drop.querySelector('input[type=file]');
  const chosen = drop.querySelector('[data-chosen]');

  const show = () => {
    const file = input.files[0];
    chosen.textContent = file
      ? '已选择：' + file.name + '（' + Math.max(1, Math.round(file.size / 1024)) + ' KB）'
      : '';
    drop.classList.toggle('has-file', Boolean(file));
  };
  input.addEventListener('change', show);
  // Coming back to the page, the browser may have kept the choice.
  window.addEventListener('pageshow', () => {
    show();
    form.classList.remove('busy');
  });

  for (const kind of ['dragenter', 'dragover']) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  for (const kind of ['dragleave', 'drop']) {
    drop.addEventListener(kind, () => drop.classList.remove('over'));
  }
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    show();
  });

  form.addEventListener('submit', () => {
    if (!input.files.length) return;
    form.classList.add('busy');
    form.querySelector('[data-busy]').textContent = '正在读取和检查，请稍候……';
  });
})();
