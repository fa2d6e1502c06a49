import { createApp } from 'vue';
import 'element-plus/theme-chalk/base.css';
import '@/shell/tokens.css';
import '@/shell/console.css';
import App from './App.vue';
import { router } from './router';
import { warnBeforeClosing } from './unsaved';

warnBeforeClosing();
createApp(App).use(router).mount('#console');
