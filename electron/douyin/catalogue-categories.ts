import { say } from '@shared/texts/say'
import { by, refused, type CodeTable, type EndpointCodes } from './catalogue-entry'
import { endpoints } from './endpoints'

const categories = by('operator', 'merchant_categories')
const categoriesLater = by('nobody', 'merchant_categories')

const chooseAnew = (): string => say`请刷新可选的类目后重新选择`
const nextMonth = (): string => say`请等下个月次数恢复后再修改；剩余次数见服务类目页`

/** Page `base-info/add-category-v2`. */
const add = (): CodeTable => ({
  '21300': refused(say`这个小程序不能使用该服务类目`, say`请换一个服务类目`, categories),
  '21301': refused(say`服务类目无效`, chooseAnew(), categories),
  '21302': refused(say`资质材料无效，或没有满足类目的要求`, say`请对照类目的资质要求检查，重新上传资质`, categories),
  '21303': refused(say`本月修改类目的次数已用完`, nextMonth(), categoriesLater),
  '21304': refused(say`服务类目最多 5 个`, say`请先删除不用的类目`, categories),
  '21306': refused(say`服务类目重复，这个类目已经设置过`, say`请去掉重复的类目；要改资质，请先删除再添加`, categories),
  '21315': refused(say`这个类目不需要资质，不能附带资质`, say`请去掉资质后再提交`, categories),
  '21320': refused(say`其中有已失效的类目`, chooseAnew(), categories),
  '40033': refused(say`平台没有找到上传的资质材料`, say`请重新上传资质，再提交`, categories)
})

/** Page `base-info/supply-category-v2`: takes no change of the month's allowance, but one must be left. */
const supply = (): CodeTable => ({
  '21300': refused(say`这个小程序不能使用该服务类目`, say`请删除这个类目，换一个服务类目`, categories),
  '21303': refused(say`本月修改类目的次数已用完；补充资质不占次数，但至少要剩一次`, nextMonth(), categoriesLater),
  '21308': refused(say`类目与上次提交的不一致`, say`请刷新类目后，对被拒绝的那个类目补充资质`, categories),
  '21309': refused(say`资质的种类与上次提交的不一致`, say`请只更换文件，资质的种类与上次保持一致`, categories),
  '21310': refused(say`这个类目现在不需要补充资质`, say`请刷新类目的状态；只有被拒绝的类目可以补充资质`, categories),
  '21321': refused(say`其中有只对试点主体开放的类目`, say`请删除这个类目，换一个服务类目`, categories),
  '21322': refused(say`其中有无效的类目`, say`请删除这个类目，再从可选的类目里重新添加`, categories),
  '28005105': refused(say`平台没有找到上传的资质材料`, say`请重新上传资质，再提交`, categories)
})

/** Page `base-info/delete-category-v2`. */
const remove = (): CodeTable => ({
  '20002': refused(say`要删除的类目不正确`, say`请刷新已设置的类目后再试`, categories),
  '21305': refused(say`类目正在审核，不能删除`, say`请等审核结束`, categoriesLater),
  '21307': refused(say`这是最后一个已通过的类目，不能删除`, say`请先添加别的类目，等它通过后再删除`, categories)
})

/** Page `base-info/publish-category`. */
const publish = (): CodeTable => ({
  '21408': refused(
    say`还不满足发布类目的条件`,
    say`请确认至少有一个类目已审核通过、没有类目还在审核、上一次发布已审完，且小程序已上线`,
    categories
  )
})

/** Page `base-info/preset-categories`. */
const preset = (): CodeTable => ({
  '28001007': refused(say`这个类目不能预设为主营类目`, say`请选择一个已审核通过的三级类目`, categories)
})

/** The codes of 服务类目 as they are told wherever else they come from. */
export const categoryCodes = (): CodeTable =>
  Object.fromEntries(
    [supply(), remove(), publish(), add()]
      .flatMap((table) => Object.entries(table))
      .filter(([code]) => code.startsWith('21'))
  )

const baseInfo = 'thirdparty/API/smallprogram/auth-app-manage/base-info/'

/** By endpoint: 21303, 21320 to 21322 and the missing material are numbered or meant differently. */
export const categoryTables: Readonly<Record<string, EndpointCodes>> = {
  [endpoints.addCategory.name]: { page: `${baseInfo}add-category-v2`, codes: add },
  [endpoints.supplyCategory.name]: { page: `${baseInfo}supply-category-v2`, codes: supply },
  [endpoints.deleteCategory.name]: { page: `${baseInfo}delete-category-v2`, codes: remove },
  [endpoints.publishCategories.name]: { page: `${baseInfo}publish-category`, codes: publish },
  [endpoints.presetMainCategory.name]: { page: `${baseInfo}preset-categories`, codes: preset }
}
