import { authorization, credentials, refused, refusedForNow, type CodeTable } from './catalogue-entry'
import { endpoints } from './endpoints'

const operationSet = '请让商家在授权管理里补充授予「运营管理权限」和「开发管理权限」，或重新授权'
const ipList = '请在服务商平台把这台电脑的公网 IP 加入白名单，或清空白名单'

/** Page `base-info/get-qrcode`. */
const miniCode: CodeTable = {
  '28001018': authorization('没有获取小程序码的权限', '请让商家补充授予「基本信息设置权限」，或重新授权'),
  '28005001': refused('平台不接受这个小程序码的内容', '请检查页面路径、参数、宽度和颜色')
}

/** Pages of 能力申请 and their older counterparts, whose codes are the ones that are documented. */
const capability: CodeTable = {
  '11001': refusedForNow('平台没能识别这个小程序', '请再试一次；如果一直这样，请把 log_id 提供给平台客服'),
  '11009': refused('申请的内容不正确，或有必填的内容没有填', '请刷新能力，对照字段的说明检查后再提交'),
  '28001018': authorization('商家没有授予这项能力需要的权限集', operationSet),
  '28005032': refused('这项能力已经申请过', '不需要再次申请，请刷新能力的状态'),
  '28005033': refused('这项能力的申请次数到了上限', '请等次数恢复后再申请，或联系平台客服'),
  '28005034': refused('小程序还不满足这项能力的申请条件', '请看能力的申请条件里缺哪一项，满足后再申请'),
  '28005105': refused('平台没有找到申请里的图片', '请重新选择图片，再提交'),
  '40006': credentials('这台电脑的 IP 不在第三方小程序应用的 IP 白名单里', ipList),
  '40033': refused('平台没有找到申请里的图片', '请重新选择图片，再提交'),
  '40036': authorization('商家没有授予这项能力需要的权限集', operationSet)
}

/** Pages `mount/apply-video-mount-permission` and `query-apply-video-mount-permission-status`. */
const videoMount: CodeTable = {
  ...capability,
  '28001007': refused('短视频挂载的申请内容不正确', '请检查申请原因、锚点文案（各最多 200 字）和落地页截图（一张）'),
  '28001018': authorization('没有获得短视频挂载能力，或商家没有授予「运营管理权限」', operationSet)
}

/** Page `tpl-manage/add-v2`. */
const addTemplate: CodeTable = {
  '40001': refused('草稿不正确', '请刷新模板库后重新选择草稿'),
  '40034': refused('没有找到这个草稿，可能已有新的上传', '请刷新模板库后重新选择草稿'),
  '40035': refused('模板已有 200 个，到了上限', '请先删除不用的模板，再添加')
}

/** Page `tpl-manage/delete-v2`. */
const deleteTemplate: CodeTable = {
  '40001': refused('模板不正确', '请刷新模板库后重新选择模板'),
  '40029': refused('没有找到这个模板，可能已被删除', '请刷新模板库')
}

/** By endpoint, where a code can be told more exactly. */
export const operationTables: Readonly<Record<string, CodeTable>> = {
  [endpoints.miniCode.name]: miniCode,
  [endpoints.capabilities.name]: capability,
  [endpoints.capabilityReason.name]: capability,
  [endpoints.applyCapability.name]: capability,
  [endpoints.videoMount.name]: videoMount,
  [endpoints.applyVideoMount.name]: videoMount,
  [endpoints.addTemplate.name]: addTemplate,
  [endpoints.deleteTemplate.name]: deleteTemplate
}
