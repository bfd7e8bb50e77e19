import type { AcceptRecord, Table } from './record.inputs';

/** 创业补贴申领 at the human-resources bureau of the county, as its own system would tell of it. */
export const acceptedElsewhere = (row_guid: string, more: Partial<AcceptRecord> = {}): AcceptRecord => ({
  ...{ table: 'up_pro_accept', row_guid, catalog_code: '002014105001', task_code: '1165402199X800225M4002014105001' },
  ...{ task_name: '创业补贴申领', task_version: 1, project_type: '2', apply_type: '1' },
  ...{ applyer_name: '演示居民甲', applyer_type: '1', applyer_page_type: '111', applyer_page_code: '654021199001011009' },
  ...{ apply_date: '2026-01-05 10:05:00', accept_date: '2026-01-05 10:30:00' },
  ...{ org_name: '伊宁县人力资源和社会保障局（演示）', org_code: '1165402199X800225M' },
  ...more,
});

const to = (table: Table, row_guid: string, project_no: string) => ({ table, row_guid, project_no });

/** What came after: heard in this order or any other. */
export const handledElsewhere = (project_no: string) => [
  {
    ...to('up_pro_process', 'demo-process-1', project_no),
    ...{ event_name: '8', process_name: '审查', handle_user_name: '演示审查人员', handle_explain: '材料齐全，符合条件。' },
    ...{ event_start_time: '2026-01-06 10:00:00', event_end_time: '2026-01-06 11:00:00' },
  },
  { ...to('up_pro_material', 'demo-material-1', project_no), material_name: '创业补贴申请表', get_type: '1', get_num: 1 },
];

export const sentRecords = `${JSON.stringify(acceptedElsewhere('demo-accept-2'))}\n`;
