import { rollbackIntervalMs, submitIntervalMs } from '@shared/rules/limits'
import { say } from '@shared/texts/say'
import { categoryTables } from './catalogue-categories'
import { domainTables } from './catalogue-domains'
import { busy, by, refused, refusedForNow, usedUp, type CodeTable, type EndpointCodes } from './catalogue-entry'
import { operationTables } from './catalogue-operation'
import { profileTables } from './catalogue-profile'
import { endpoints } from './endpoints'

const versions = by('operator', 'merchant_versions')

/** Page `develop/audit-code-v2`. */
const submit = (): CodeTable => ({
  '10003': refused(
    say`没有权限提审这个小程序`,
    say`请让商家确认授予了「开发管理权限」`,
    by('merchant', 'merchant_authorization')
  ),
  '11300': refusedForNow(say`提审没有成功`),
  '11301': busy(say`提审太频繁`, say`请等 10 秒再提审`, submitIntervalMs),
  '11302': refused(
    say`没有可以提审的版本：没有测试版本，或没有可再次提交的未通过版本`,
    say`请先上传代码，再提审`,
    versions
  ),
  '11303': refused(say`已有版本在审核中`, say`请等审核结束，或撤回后再提审`, by('nobody', 'merchant_versions')),
  '11305': refused(say`小程序的主体认证还没有完成`, say`请商家先完成主体认证`, by('merchant', 'merchant_standing')),
  '11306': refused(
    say`小程序的名称、简介、图标或服务类目不完整`,
    say`请打开就绪检查，看名称、简介、图标、服务类目里缺哪一项，补全后再提审`,
    by('operator', 'merchant_profile')
  ),
  '11307': refused(say`选择的宿主端不正确`, say`请刷新可选的宿主端后重新选择`, versions)
})

/** Page `develop/release-v2`; 11404 from the V1 page. */
const release = (): CodeTable => ({
  '10003': refused(
    say`没有权限发布这个小程序`,
    say`请让商家确认授予了「开发管理权限」`,
    by('merchant', 'merchant_authorization')
  ),
  '11400': refusedForNow(say`发布没有成功`),
  '11401': refused(say`小程序最近被下架，这个版本不能发布`, say`请提交新的审核，通过后再发布`, versions),
  '11402': refused(say`没有审核版本`, say`请先提审`, versions),
  '11403': refused(say`版本还在审核中`, say`请等审核通过`, by('nobody', 'merchant_versions')),
  '11404': refused(say`版本没有通过审核`, say`请按审核意见修改后重新提审`, versions)
})

/** Page `develop/rollback-v2`. */
const rollback = (): CodeTable => ({
  '10003': refused(say`没有可以回退到的版本`, say`首个线上版本不能回退，每次发布只能回退一次`, versions),
  '11500': refusedForNow(say`回退没有成功`),
  '11501': busy(say`回退太频繁`, say`请等 10 分钟再回退`, rollbackIntervalMs)
})

/** Page `develop/revoke-audit-v2`. */
const withdraw = (): CodeTable => ({
  '11600': refusedForNow(say`撤回没有成功`),
  '11601': refused(say`审核已经撤回`, say`不需要再次撤回，请刷新版本`, versions),
  '11602': refused(say`审核正在处理，现在不能撤回`, say`请等审核结束`, by('nobody', 'merchant_versions')),
  '11603': refused(say`审核已经结束，不能撤回`, say`请刷新版本查看审核结果`, versions)
})

/** Pages `develop/upload-code-v2` and, for 40029, its V1 counterpart. */
const upload = (): CodeTable => ({
  '40029': refused(say`没有找到选择的模板`, say`请刷新模板列表后重新选择模板`, by('operator', 'templates'))
})

/** Page `gen-link-v2`; the numbers of a taken name and of the daily allowance from the general tables. */
const link = (): CodeTable => ({
  '21003': refused(say`要创建的小程序名称已被占用，或已为另一条链接保留`, say`请换一个名称`),
  '28003017': usedUp(say`今天代创建的授权链接已用完 50 条`, say`请明天再生成，或改用授权已有小程序的链接`),
  '40001': refused(say`授权链接的内容不正确`, say`请检查名称、图标和授权后的跳转地址`),
  '40016': refused(
    say`授权后的跳转地址与授权域名不一致`,
    say`请在账号设置里改成授权域名下的地址，或清空跳转地址`,
    by('operator', 'account')
  ),
  '40033': refused(say`平台没有找到图标`, say`请重新选择图标，再生成链接`),
  '40058': refused(
    say`第三方小程序应用还没有全网发布`,
    say`请先在服务商平台完成全网发布；在那以前只有授权测试小程序可以授权`,
    by('developer')
  )
})

/** Page `upload-pic-material-v2`, for the icon of a mini program to be created. */
const icon = (): CodeTable => ({
  '40001': refused(say`图标没有上传成功：内容不正确`, say`请换一张图片`),
  '40031': refused(say`图标太大，最大 2 MB`, say`请压缩图片后再上传`),
  '40032': refused(say`图标的格式不对，只能是 jpg 或 png`, say`请换成 jpg 或 png 图片，建议 200 × 200 像素`)
})

/** Page `authorizer-access-token-v2`. */
const exchange = (): CodeTable => ({
  '40018': refusedForNow(
    say`授权码已过期，或已用过（一小时内有效，只能用一次）`,
    say`如果商家已经在列表里，不用处理；否则请再试一次，仍不行就请商家重新授权`,
    by('operator', 'token_keeper')
  )
})

/** Pages `base-info/uploadMaterial-v2` and, for 40001, its V1 counterpart. */
const material = (): CodeTable => ({
  '40001': refused(say`文件没有上传成功：内容不正确`, say`请换一个文件`),
  '40031': refused(say`文件太大，最大 2 MB（能力申请的场景图 5 MB）`, say`请压缩图片后再上传`),
  '40032': refused(say`文件的格式不对，只能是 jpg、jpeg 或 png`, say`请换成 jpg 或 png 图片`)
})

const ofApp = 'thirdparty/API/smallprogram/'
const develop = `${ofApp}auth-app-manage/develop/`

/** Codes whose meaning depends on the endpoint, by its Chinese name. */
export const endpointCodes: Readonly<Record<string, EndpointCodes>> = {
  [endpoints.submit.name]: { page: `${develop}audit-code-v2`, codes: submit },
  [endpoints.release.name]: { page: `${develop}release-v2`, codes: release },
  [endpoints.rollback.name]: { page: `${develop}rollback-v2`, codes: rollback },
  [endpoints.withdraw.name]: { page: `${develop}revoke-audit-v2`, codes: withdraw },
  [endpoints.upload.name]: { page: `${develop}upload-code-v2`, codes: upload },
  [endpoints.authorizationLink.name]: { page: `${ofApp}authorization/gen-link-v2`, codes: link },
  [endpoints.uploadMaterial.name]: { page: `${ofApp}upload-pic-material-v2`, codes: icon },
  [endpoints.exchangeCode.name]: { page: `${ofApp}authorization/authorizer-access-token-v2`, codes: exchange },
  [endpoints.merchantMaterial.name]: {
    page: `${ofApp}auth-app-manage/base-info/uploadMaterial-v2`,
    codes: material
  },
  ...profileTables,
  ...categoryTables,
  ...domainTables,
  ...operationTables
}
