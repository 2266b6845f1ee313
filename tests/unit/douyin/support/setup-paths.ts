/** The endpoints that set a merchant up, as the documentation's pages have them. */
export const paths = {
  information: '/api/apps/v2/basic_info/get_info/',
  checkName: '/api/apps/v2/basic_info/check_app_name/',
  changeName: '/api/apps/v2/basic_info/modify_app_name/',
  changeIntroduction: '/api/apps/v2/basic_info/modify_app_intro/',
  changeIcon: '/api/apps/v2/basic_info/modify_app_icon/',
  material: '/api/apps/v2/file/upload_material/',
  categoryTree: '/api/apps/v1/category/get_all_categories/',
  categories: '/api/apps/v1/category/get_audit_categories/',
  onlineCategories: '/api/apps/v1/category/get_online_categories/',
  mainCategory: '/api/apps/v1/category/get_main_category/',
  addCategory: '/api/apps/v1/category/add_categories/',
  deleteCategory: '/api/apps/v1/category/del_categories/',
  supplyCategory: '/api/apps/v1/category/supply_categories/',
  publishCategories: '/api/apps/v1/category/publish_category/',
  presetMainCategory: '/api/apps/v1/category/pre_set_main_category/',
  serverDomains: '/api/apps/v2/domain/modify_server_domain/',
  webviewDomains: '/api/apps/v2/domain/modify_webview_domain/',
  checkFile: '/api/tpapp/v2/doamin/get_webview_check_file_info/',
  creditScore: '/api/apps/v2/credit_score/get_credit_score/',
  trial: '/api/apps/v2/trial/get_trial_info/',
  filing: '/api/apps/v1/icp_record/query_record_status/'
} as const
