/** Codes, capabilities and templates, as the documentation's pages have them. */
export const operationPaths = {
  miniCode: '/api/apps/v1/qrcode/create/',
  capabilities: '/api/apps/v1/capacity/query_capacity_list/',
  capabilityReason: '/api/apps/v1/capacity/query_apply_status/',
  applyCapability: '/api/apps/v1/capacity/apply_capacity/',
  videoMount: '/aweme/apps/v1/video_mount/query_apply_permission_status/',
  applyVideoMount: '/aweme/apps/v1/video_mount/apply_permission/',
  addTemplate: '/api/tpapp/v2/template/add_tpl/',
  deleteTemplate: '/api/tpapp/v2/template/del_tpl/'
} as const
