import { createApp } from 'vue';
import 'element-plus/theme-chalk/base.css';
import '@/shell/console.css';
import App from './App.vue';
import { router } from './router';

createApp(App).use(router).mount('#console');
