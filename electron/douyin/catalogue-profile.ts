import { say } from '@shared/texts/say'
import { by, refused, refusedForNow, type CodeTable, type EndpointCodes } from './catalogue-entry'
import { endpoints } from './endpoints'

const profile = by('operator', 'merchant_profile')
const profileLater = by('nobody', 'merchant_profile')

/** 小程序名称检测, 修改小程序名称, 修改小程序简介, 修改小程序图标: the codes of both generations. */
export const profileCodes = (): CodeTable => ({
  '20105': refused(say`修改次数已用完`, say`请等次数恢复后再修改`, profileLater),
  '21000': refusedForNow(say`名称没有修改成功`),
  '21001': refused(
    say`名称的格式不对：4 到 20 个字符（汉字算 2 个），只能用汉字、字母、数字，末位可以是 +`,
    say`请修改名称`,
    profile
  ),
  '21003': refused(say`名称已被占用`, say`请换一个名称`, profile),
  '21004': refused(say`已有一次改名在审核中`, say`请等审核结束再改名`, profileLater),
  '21005': refused(say`名称里有敏感词`, say`请换一个名称`, profile),
  '21006': refused(say`名称涉及品牌或商标`, say`请换一个名称，或上传盖章的商标证明`, profile),
  '21100': refusedForNow(say`图标没有修改成功`),
  '21101': refused(say`图标的路径不对，平台读不到文件`, say`请重新上传图标`, profile),
  '21102': refused(say`已有一次图标修改在审核中`, say`请等审核结束再修改图标`, profileLater),
  '21200': refusedForNow(say`简介没有修改成功`),
  '21201': refused(say`简介的长度不对，应为 10 到 60 个字`, say`请修改简介`, profile),
  '21202': refused(say`已有一次简介修改在审核中`, say`请等审核结束再修改简介`, profileLater),
  '22007': refused(say`主体认证还没有完成`, say`请商家先完成主体认证`, by('merchant', 'merchant_standing')),
  '22019': refused(say`简介里有敏感词`, say`请修改简介`, profile),
  '22020': refusedForNow(say`简介没有提交到审核`),
  '22021': refusedForNow(say`简介的审核没有创建成功`)
})

const usedUp = (what: string): CodeTable => ({
  '20105': refused(say`${what}的修改次数已用完`, say`请等次数恢复后再修改${what}；剩余次数见基本资料`, profileLater)
})

/** A name that touches a brand may still be submitted, with evidence. */
const check = (): CodeTable => ({
  '21006': refused(say`名称涉及品牌或商标`, say`请换一个名称，或在改名时附上盖章的商标证明`, profile)
})

const name = (): CodeTable => ({
  ...usedUp(say`名称`),
  '21006': refused(
    say`名称涉及品牌或商标，没有附上有效的证明`,
    say`请换一个名称，或附上盖章的商标证明后重新提交`,
    profile
  ),
  '40033': refused(say`平台没有找到名称的证明材料`, say`请重新上传证明材料，再提交`, profile)
})

const icon = (): CodeTable => ({
  ...usedUp(say`图标`),
  '40033': refused(say`平台没有找到上传的图标`, say`请重新上传图标`, profile)
})

const baseInfo = 'thirdparty/API/smallprogram/auth-app-manage/base-info/'

/** By endpoint, where a code can be told more exactly. */
export const profileTables: Readonly<Record<string, EndpointCodes>> = {
  [endpoints.checkName.name]: { page: `${baseInfo}check-name-v2`, codes: check },
  [endpoints.changeName.name]: { page: `${baseInfo}modify-name-v2`, codes: name },
  [endpoints.changeIntroduction.name]: { page: `${baseInfo}modify-intro-v2`, codes: () => usedUp(say`简介`) },
  [endpoints.changeIcon.name]: { page: `${baseInfo}modify-icon-v2`, codes: icon }
}
