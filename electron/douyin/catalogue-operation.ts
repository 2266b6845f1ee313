import { say } from '@shared/texts/say'
import {
  authorization,
  by,
  credentials,
  refused,
  refusedForNow,
  type CodeTable,
  type EndpointCodes
} from './catalogue-entry'
import { endpoints } from './endpoints'

const capabilities = by('operator', 'merchant_capabilities')
const templates = by('operator', 'templates')

const operationSet = (): string => say`请让商家在授权管理里补充授予「运营管理权限」和「开发管理权限」，或重新授权`
const ipList = (): string => say`请在服务商平台把这台电脑的公网 IP 加入白名单，或清空白名单`

/** Page `base-info/get-qrcode`. */
const miniCode = (): CodeTable => ({
  '28001018': authorization(say`没有获取小程序码的权限`, say`请让商家补充授予「基本信息设置权限」，或重新授权`),
  '28005001': refused(
    say`平台不接受这个小程序码的内容`,
    say`请检查页面路径、参数、宽度和颜色`,
    by('operator', 'merchant_codes')
  )
})

/** Pages of 能力申请 and their older counterparts, whose codes are the ones that are documented. */
const capability = (): CodeTable => ({
  '11001': refusedForNow(say`平台没能识别这个小程序`, say`请再试一次；如果一直这样，请把 log_id 提供给平台客服`),
  '11009': refused(
    say`申请的内容不正确，或有必填的内容没有填`,
    say`请刷新能力，对照字段的说明检查后再提交`,
    capabilities
  ),
  '28001018': authorization(say`商家没有授予这项能力需要的权限集`, operationSet()),
  '28005032': refused(say`这项能力已经申请过`, say`不需要再次申请，请刷新能力的状态`, capabilities),
  '28005033': refused(
    say`这项能力的申请次数到了上限`,
    say`请等次数恢复后再申请，或联系平台客服`,
    by('nobody', 'merchant_capabilities')
  ),
  '28005034': refused(
    say`小程序还不满足这项能力的申请条件`,
    say`请看能力的申请条件里缺哪一项，满足后再申请`,
    by('merchant', 'merchant_capabilities')
  ),
  '28005105': refused(say`平台没有找到申请里的图片`, say`请重新选择图片，再提交`, capabilities),
  '40006': credentials(say`这台电脑的 IP 不在第三方小程序应用的 IP 白名单里`, ipList()),
  '40033': refused(say`平台没有找到申请里的图片`, say`请重新选择图片，再提交`, capabilities),
  '40036': authorization(say`商家没有授予这项能力需要的权限集`, operationSet())
})

/** Pages `mount/apply-video-mount-permission` and `query-apply-video-mount-permission-status`. */
const videoMount = (): CodeTable => ({
  ...capability(),
  '28001007': refused(
    say`短视频挂载的申请内容不正确`,
    say`请检查申请原因、锚点文案（各最多 200 字）和落地页截图（一张）`,
    capabilities
  ),
  '28001018': authorization(say`没有获得短视频挂载能力，或商家没有授予「运营管理权限」`, operationSet())
})

/** Page `tpl-manage/add-v2`. */
const addTemplate = (): CodeTable => ({
  '40001': refused(say`草稿不正确`, say`请刷新模板库后重新选择草稿`, templates),
  '40034': refused(say`没有找到这个草稿，可能已有新的上传`, say`请刷新模板库后重新选择草稿`, templates),
  '40035': refused(say`模板已有 200 个，到了上限`, say`请先删除不用的模板，再添加`, templates)
})

/** Page `tpl-manage/delete-v2`. */
const deleteTemplate = (): CodeTable => ({
  '40001': refused(say`模板不正确`, say`请刷新模板库后重新选择模板`, templates),
  '40029': refused(say`没有找到这个模板，可能已被删除`, say`请刷新模板库`, templates)
})

const ofApp = 'thirdparty/API/smallprogram/'
const applying = 'mini-app/develop/server/operation/apply_capacity/capacity_list'
const mount = 'mini-app/develop/server/reach-marketing/mount/'

/** By endpoint, where a code can be told more exactly. */
export const operationTables: Readonly<Record<string, EndpointCodes>> = {
  [endpoints.miniCode.name]: { page: `${ofApp}auth-app-manage/base-info/get-qrcode`, codes: miniCode },
  [endpoints.capabilities.name]: { page: applying, codes: capability },
  [endpoints.capabilityReason.name]: { page: applying, codes: capability },
  [endpoints.applyCapability.name]: { page: applying, codes: capability },
  [endpoints.videoMount.name]: { page: `${mount}query-apply-video-mount-permission-status`, codes: videoMount },
  [endpoints.applyVideoMount.name]: { page: `${mount}apply-video-mount-permission`, codes: videoMount },
  [endpoints.addTemplate.name]: { page: `${ofApp}tpl-manage/add-v2`, codes: addTemplate },
  [endpoints.deleteTemplate.name]: { page: `${ofApp}tpl-manage/delete-v2`, codes: deleteTemplate }
}
