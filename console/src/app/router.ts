import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import type { Schemas } from '@/api/client';
import { yearDue } from '@/features/reports/origins';
import { may, resume, session, whenSignedOut } from './session';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    open?: true; // without a session
    right?: Schemas['Right'];
  }
}

const pages: RouteRecordRaw[] = [
  {
    path: '', name: 'duties', meta: { title: '待办' },
    component: () => import('@/features/duties/DutiesPage.vue'),
  },
  {
    path: 'requests', meta: { title: '依申请公开', right: 'read_work' },
    component: () => import('@/features/requests/RequestsPage.vue'),
  },
  {
    path: 'requests/new', meta: { title: '登记申请', right: 'handle_requests' },
    component: () => import('@/features/requests/RegisterPage.vue'),
  },
  {
    path: 'requests/:id', meta: { title: '申请', right: 'read_work' },
    component: () => import('@/features/requests/CasePage.vue'),
  },
  {
    path: 'documents', meta: { title: '信息发布', right: 'read_work' },
    component: () => import('@/features/disclosure/DocumentsPage.vue'),
  },
  {
    path: 'documents/new', meta: { title: '起草文件', right: 'write_documents' },
    component: () => import('@/features/disclosure/NewDocumentPage.vue'),
  },
  {
    path: 'documents/:id', meta: { title: '文件', right: 'read_work' },
    component: () => import('@/features/disclosure/DocumentPage.vue'),
  },
  {
    path: 'registers', meta: { title: '台账', right: 'read_work' },
    component: () => import('@/features/registers/RegistersPage.vue'),
  },
  {
    path: 'organs', meta: { title: '机关', right: 'manage_people' },
    component: () => import('@/features/organs/OrgansPage.vue'),
  },
  {
    path: 'accounts', meta: { title: '人员账号', right: 'manage_people' },
    component: () => import('@/features/organs/AccountsPage.vue'),
  },
  {
    path: 'password', name: 'password', meta: { title: '改密码' },
    component: () => import('@/features/session/PasswordPage.vue'),
  },
  {
    path: 'journal', meta: { title: '工作记录', right: 'read_journal' },
    component: () => import('@/features/journal/JournalPage.vue'),
  },
  { path: 'reports', redirect: () => `/reports/${yearDue(session.today)}` },
  {
    path: 'reports/:id(\\d{4})', meta: { title: '年度报告', right: 'read_work' },
    component: () => import('@/features/reports/ReportPage.vue'),
  },
  { path: 'campaign', redirect: () => `/campaign/${yearDue(session.today)}` },
  {
    path: 'campaign/:id(\\d{4})', meta: { title: '下级年度报告', right: 'review_reports' },
    component: () => import('@/features/reports/CampaignPage.vue'),
  },
  {
    path: 'campaign/:id(\\d{4})/sum', meta: { title: '汇总', right: 'review_reports' },
    component: () => import('@/features/reports/RollUpPage.vue'),
  },
];

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    {
      path: '/sign-in', name: 'sign-in', meta: { title: '登录', open: true },
      component: () => import('@/features/session/SignInPage.vue'),
    },
    { path: '/', component: () => import('@/shell/ConsoleShell.vue'), children: pages },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});

router.beforeEach(async (to) => {
  if (to.meta.open) return true;
  if (!(await resume())) return { name: 'sign-in', query: { back: to.fullPath } };
  // A password that somebody else has set is known to two.
  if (session.account?.must_change_password && to.name !== 'password') return { name: 'password' };
  if (to.name === 'duties' && !may('read_work') && may('manage_people')) return '/organs';
  return true;
});

router.afterEach((to) => {
  document.title = `${to.meta.title} - 工作人员控制台`;
});

whenSignedOut(() => {
  const at = router.currentRoute.value;
  if (!at.meta.open) void router.push({ name: 'sign-in', query: { back: at.fullPath } });
});
