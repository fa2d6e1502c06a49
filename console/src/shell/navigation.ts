import type { Schemas } from '@/api/client';

export interface Place {
  to: string;
  name: string;
  right: Schemas['Right'];
}

// The parts of the console in the order of the working day; who lacks the right does not see one.
export const places: Place[] = [
  { to: '/', name: '待办', right: 'read_work' },
  { to: '/documents', name: '信息发布', right: 'read_work' },
  { to: '/requests', name: '依申请公开', right: 'read_work' },
  { to: '/registers', name: '台账', right: 'read_work' },
  { to: '/reports', name: '年度报告', right: 'read_work' },
  { to: '/campaign', name: '下级年度报告', right: 'review_reports' },
  { to: '/organs', name: '机关', right: 'manage_people' },
  { to: '/accounts', name: '人员账号', right: 'manage_people' },
  { to: '/journal', name: '工作记录', right: 'read_journal' },
];
