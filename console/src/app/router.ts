import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router';
import type { Schemas } from '@/api/client';
import { yearDue } from '@/features/reports/origins';
import { within } from './places';
import { may, resume, session } from './session';
import { trouble } from './trouble';
import { mayLeave } from './unsaved';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    open?: true; // without a session
    right?: Schemas['Right'];
  }
}

const yearly = (part: string) => (to: { params: RouteLocationNormalized['params'] }) =>
  within(`/${part}/${yearDue(session.today)}`, String(to.params.organ));

// Below the body of the address.
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
    path: 'messages', meta: { title: '热线和信箱', right: 'read_work' },
    component: () => import('@/features/messages/MessagesPage.vue'),
  },
  {
    path: 'messages/new', meta: { title: '登记来信', right: 'handle_requests' },
    component: () => import('@/features/messages/NewMessagePage.vue'),
  },
  {
    path: 'messages/import', meta: { title: '批量导入来信', right: 'handle_requests' },
    component: () => import('@/features/messages/ImportPage.vue'),
  },
  {
    path: 'messages/:id', meta: { title: '来信', right: 'read_work' },
    component: () => import('@/features/messages/MessagePage.vue'),
  },
  {
    path: 'proposals', meta: { title: '建议提案', right: 'read_work' },
    component: () => import('@/features/proposals/ProposalsPage.vue'),
  },
  {
    path: 'proposals/new', meta: { title: '登记交办', right: 'handle_proposals' },
    component: () => import('@/features/proposals/NewProposalPage.vue'),
  },
  {
    path: 'proposals/:id', meta: { title: '建议提案', right: 'read_work' },
    component: () => import('@/features/proposals/ProposalPage.vue'),
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
    path: 'units', meta: { title: '内设机构', right: 'manage_people' },
    component: () => import('@/features/organs/UnitsPage.vue'),
  },
  {
    path: 'accounts', meta: { title: '人员账号', right: 'manage_people' },
    component: () => import('@/features/organs/AccountsPage.vue'),
  },
  {
    path: 'incidents', meta: { title: '系统故障', right: 'manage_people' },
    component: () => import('@/features/incidents/IncidentsPage.vue'),
  },
  {
    path: 'search', meta: { title: '检索', right: 'read_work' },
    component: () => import('@/features/search/SearchPage.vue'),
  },
  {
    path: 'password', name: 'password', meta: { title: '修改密码' },
    component: () => import('@/features/session/PasswordPage.vue'),
  },
  {
    path: 'security', name: 'security', meta: { title: '登录和安全' },
    component: () => import('@/features/session/SecurityPage.vue'),
  },
  {
    path: 'journal', meta: { title: '工作记录', right: 'read_journal' },
    component: () => import('@/features/journal/JournalPage.vue'),
  },
  {
    path: 'retention', meta: { title: '按规定删除', right: 'read_journal' },
    component: () => import('@/features/journal/RetentionPage.vue'),
  },
  { path: 'reports', redirect: yearly('reports') },
  {
    path: 'reports/:id(\\d{4})', meta: { title: '年度报告', right: 'read_work' },
    component: () => import('@/features/reports/ReportPage.vue'),
  },
  { path: 'campaign', redirect: yearly('campaign') },
  {
    path: 'campaign/:id(\\d{4})', meta: { title: '下级年度报告', right: 'review_reports' },
    component: () => import('@/features/reports/CampaignPage.vue'),
  },
  {
    path: 'campaign/:id(\\d{4})/sum', meta: { title: '汇总', right: 'review_reports' },
    component: () => import('@/features/reports/RollUpPage.vue'),
  },
  {
    path: ':rest(.*)+', name: 'nowhere', meta: { title: '没有这个页面' },
    component: () => import('@/shell/NoPage.vue'),
  },
];

// Waits until the page is as long as it was when it was left, since what it shows is fetched.
async function placeLeft(left: { top: number; left: number }) {
  for (let tries = 60; tries > 0 && document.documentElement.scrollHeight < left.top + window.innerHeight; --tries)
    await new Promise((done) => setTimeout(done, 50));
  return left;
}

export const router = createRouter({
  history: createWebHistory('/console/'),
  scrollBehavior: (to, from, left) => (left ? placeLeft(left) : to.path === from.path ? undefined : { top: 0 }),
  routes: [
    {
      path: '/sign-in', name: 'sign-in', meta: { title: '登录', open: true },
      component: () => import('@/features/session/SignInPage.vue'),
    },
    { path: '/:organ(\\d+-\\d+)', component: () => import('@/shell/ConsoleShell.vue'), children: pages },
    // An address without a body, as they were given out before: the own one's.
    { path: '/:rest(.*)*', name: 'own', meta: { title: '工作平台' }, component: { render: () => null } },
  ],
});

function homeOf(to: RouteLocationNormalized) {
  return { path: within(to.path, session.account!.organ), query: to.query, hash: to.hash };
}

router.beforeEach(async (to, from) => {
  // A change of the address of the same page leaves nothing.
  if (to.path !== from.path && !(await mayLeave())) return false;
  if (to.meta.open) return true;
  if (!(await resume())) return { name: 'sign-in', query: to.path === '/' ? {} : { back: to.fullPath } };
  if (to.name === 'own') return homeOf(to);
  // A password that somebody else has set is known to two.
  if (session.account?.must_change_password && to.name !== 'password')
    return { name: 'password', params: { organ: session.account.organ } };
  if (!session.account?.must_change_password && session.account?.must_enrol && to.name !== 'security')
    return { name: 'security', params: { organ: session.account.organ } };
  const organ = String(to.params.organ);
  if (to.name === 'duties' && !may('read_work', organ) && may('manage_people', organ)) return within('/organs', organ);
  return true;
});

// As late as nothing can stop it, and before the page is made, which asks for its body.
router.beforeResolve((to) => {
  if (to.params.organ) session.organ = String(to.params.organ);
});

router.afterEach((to, _from, failure) => {
  if (failure) return;
  trouble.page = '';
  document.title = `${to.meta.title} - 政府信息公开工作平台`;
});

// The scripts of a page that did not come: the server is gone, or carries another program by now.
router.onError((_fault, to) => {
  if (trouble.page) return void window.location.assign(router.resolve(to.fullPath).href);
  trouble.page = to.meta.title || '工作平台';
  trouble.again = () => void router.push(to.fullPath).catch(() => undefined);
});
