import vue from '@vitejs/plugin-vue';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Components from 'unplugin-vue-components/vite';
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// The program carries scripts and styles packed and sends them as they are.
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    closeBundle() {
      const dist = new URL('dist', import.meta.url).pathname;
      for (const name of readdirSync(dist).filter((it) => /\.(js|css)$/.test(it))) {
        writeFileSync(join(dist, `${name}.gz`), gzipSync(readFileSync(join(dist, name)), { level: 9 }));
        rmSync(join(dist, name));
      }
    },
  };
}

export default defineConfig({
  base: '/console/',
  plugins: [
    vue(),
    Components({ dirs: [], dts: 'src/api/made/components.d.ts', resolvers: [ElementPlusResolver()] }),
    packed(),
  ],
  resolve: { alias: { '@': new URL('src', import.meta.url).pathname } },
  // Flat: the program finds its files by name alone.
  build: {
    assetsDir: '',
    target: 'es2021',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: { output: { manualChunks: { vue: ['vue', 'vue-router'] } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  // Inline, so that the styles that its components import are no modules to node.
  test: { environment: 'node', include: ['src/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } },
});
