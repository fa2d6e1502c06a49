import type { Schemas } from '@/api/client';

export interface Place {
  to: string;
  name: string;
  right: Schemas['Right'];
  icon: string; // of PlaceIcon
  other?: true; // in the second group
}

// The parts of the console in the order of the working day; who lacks the right does not see one.
// On a phone the first four stand in the bar, the others under 更多.
export const places: Place[] = [
  { to: '/', name: '待办', right: 'read_work', icon: 'M8 6h13M8 12h13M8 18h13M3.5 6h.5M3.5 12h.5M3.5 18h.5' },
  { to: '/requests', name: '依申请公开', right: 'read_work', icon: 'M4 5h16v11h-8l-5 4v-4H4zM8 9h8M8 12h5' },
  { to: '/documents', name: '信息发布', right: 'read_work', icon: 'M6 3h8l4 4v14H6zM14 3v4h4' },
  { to: '/messages', name: '热线和信箱', right: 'read_work', icon: 'M5 4h4l1.5 5-2.5 1.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6 1.5A16 16 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4z' },
  { to: '/reports', name: '年度报告', right: 'read_work', icon: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6' },
  { to: '/proposals', name: '建议提案', right: 'read_work', icon: 'M5 3h14v18H5zM8 8h8M8 12h8M8 16h5', other: true },
  { to: '/registers', name: '台账', right: 'read_work', icon: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z', other: true },
  { to: '/campaign', name: '下级年度报告', right: 'review_reports', icon: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6', other: true },
  { to: '/organs', name: '机关', right: 'manage_people', icon: 'M4 21V9l8-5 8 5v12M9 21v-6h6v6M3 21h18', other: true },
  { to: '/units', name: '内设机构', right: 'manage_people', icon: 'M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4M6 16v-4h12v4', other: true },
  { to: '/accounts', name: '人员账号', right: 'manage_people', icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c.5-4.5 3.5-7 8-7s7.5 2.5 8 7', other: true },
  { to: '/incidents', name: '系统故障', right: 'manage_people', icon: 'M12 3 2 20h20zM12 10v4M12 17v.5', other: true },
  { to: '/journal', name: '工作记录', right: 'read_journal', icon: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2', other: true },
];
