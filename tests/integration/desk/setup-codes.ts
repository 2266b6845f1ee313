/**
 * The refusals that the platform's pages list for a change of the set-up, an application for a capability, a mini-program code
 * or a change of the templates, by the last part of the endpoint's path. Codes of
 * tokens and of the gateway are no refusals of a change, and left out; those of V1's pages alone are in, as V2 may give them.
 */
export const documentedCodes = {
  /** Page `check-name-v2`. */
  check_app_name: ['21001', '21003', '21004', '21005', '21006'],
  /** Pages `modify-name-v2` and `modify-name`. */
  modify_app_name: ['20105', '21000', '21001', '21003', '21004', '21005', '21006', '22007', '40033'],
  /** Pages `modify-intro-v2` and `modify-intro`. */
  modify_app_intro: ['20105', '21200', '21201', '21202', '22019', '22020', '22021'],
  /** Pages `modify-icon-v2` and `modify-icon`. */
  modify_app_icon: ['20105', '21100', '21101', '21102', '40033'],
  /** Pages `uploadMaterial-v2` and `upload-material`. */
  upload_material: ['40001', '40031', '40032', '28001005'],
  /** Page `add-category-v2`. */
  add_categories: ['21300', '21301', '21302', '21303', '21304', '21306', '21315', '21320', '40033'],
  /** Page `supply-category-v2`. */
  supply_categories: ['21300', '21303', '21308', '21309', '21310', '21321', '21322', '28005105'],
  /** Page `delete-category-v2`. */
  del_categories: ['20002', '21305', '21307'],
  /** Page `publish-category`. */
  publish_category: ['20000', '21408'],
  /** Page `preset-categories`; that the allowance is used up is told by the gateway's code. */
  pre_set_main_category: ['28001007', '28003017'],
  /** Page `modify-domain-v2`. */
  modify_server_domain: ['40001', '40023', '40024', '40026', '40027', '40028'],
  /** Page `modify-webview-v2`. */
  modify_webview_domain: ['40001', '40023', '40024', '40025', '40026', '40027', '40028'],
  /** Page `apply_capacity/apply_capacity` and those of the older applications, whose codes it gives. */
  apply_capacity: [
    '11001',
    '11009',
    '40006',
    '40033',
    '40036',
    '28001018',
    '28005032',
    '28005033',
    '28005034',
    '28005105'
  ],
  /** Page `mount/apply-video-mount-permission`, and the same. */
  apply_permission: [
    '11001',
    '11009',
    '40006',
    '40033',
    '40036',
    '28001007',
    '28001018',
    '28005032',
    '28005033',
    '28005034',
    '28005079',
    '28005105'
  ],
  /** 获取小程序码 (page `base-info/get-qrcode`). */
  create: ['28001018', '28005001'],
  /** Page `tpl-manage/add-v2`. */
  add_tpl: ['40001', '40034', '40035'],
  /** Page `tpl-manage/delete-v2`. */
  del_tpl: ['40001', '40029']
} as const

export type ChangeEndpoint = keyof typeof documentedCodes
export type DocumentedCode<Endpoint extends ChangeEndpoint> = (typeof documentedCodes)[Endpoint][number]
