import { refused, type CodeTable } from './catalogue-entry'
import { endpoints } from './endpoints'

const chooseAnew = '请刷新可选的类目后重新选择'
const nextMonth = '请等下个月次数恢复后再修改；剩余次数见服务类目页'

/** Page `base-info/add-category-v2`. */
const add: CodeTable = {
  '21300': refused('这个小程序不能使用该服务类目', '请换一个服务类目'),
  '21301': refused('服务类目无效', chooseAnew),
  '21302': refused('资质材料无效，或没有满足类目的要求', '请对照类目的资质要求检查，重新上传资质'),
  '21303': refused('本月修改类目的次数已用完', nextMonth),
  '21304': refused('服务类目最多 5 个', '请先删除不用的类目'),
  '21306': refused('服务类目重复，这个类目已经设置过', '请去掉重复的类目；要改资质，请先删除再添加'),
  '21315': refused('这个类目不需要资质，不能附带资质', '请去掉资质后再提交'),
  '21320': refused('其中有已失效的类目', chooseAnew),
  '40033': refused('平台没有找到上传的资质材料', '请重新上传资质，再提交')
}

/** Page `base-info/supply-category-v2`: takes no change of the month's allowance, but one must be left. */
const supply: CodeTable = {
  '21300': refused('这个小程序不能使用该服务类目', '请删除这个类目，换一个服务类目'),
  '21303': refused('本月修改类目的次数已用完；补充资质不占次数，但至少要剩一次', nextMonth),
  '21308': refused('类目与上次提交的不一致', '请刷新类目后，对被拒绝的那个类目补充资质'),
  '21309': refused('资质的种类与上次提交的不一致', '请只更换文件，资质的种类与上次保持一致'),
  '21310': refused('这个类目现在不需要补充资质', '请刷新类目的状态；只有被拒绝的类目可以补充资质'),
  '21321': refused('其中有只对试点主体开放的类目', '请删除这个类目，换一个服务类目'),
  '21322': refused('其中有无效的类目', '请删除这个类目，再从可选的类目里重新添加'),
  '28005105': refused('平台没有找到上传的资质材料', '请重新上传资质，再提交')
}

/** Page `base-info/delete-category-v2`. */
const remove: CodeTable = {
  '20002': refused('要删除的类目不正确', '请刷新已设置的类目后再试'),
  '21305': refused('类目正在审核，不能删除', '请等审核结束'),
  '21307': refused('这是最后一个已通过的类目，不能删除', '请先添加别的类目，等它通过后再删除')
}

/** Page `base-info/publish-category`. */
const publish: CodeTable = {
  '21408': refused(
    '还不满足发布类目的条件',
    '请确认至少有一个类目已审核通过、没有类目还在审核、上一次发布已审完，且小程序已上线'
  )
}

/** Page `base-info/preset-categories`. */
const preset: CodeTable = {
  '28001007': refused('这个类目不能预设为主营类目', '请选择一个已审核通过的三级类目')
}

/** The codes of 服务类目 as they are told wherever else they come from. */
export const categoryCodes: CodeTable = Object.fromEntries(
  [supply, remove, publish, add].flatMap((table) => Object.entries(table)).filter(([code]) => code.startsWith('21'))
)

/** By endpoint: 21303, 21320 to 21322 and the missing material are numbered or meant differently. */
export const categoryTables: Readonly<Record<string, CodeTable>> = {
  [endpoints.addCategory.name]: add,
  [endpoints.supplyCategory.name]: supply,
  [endpoints.deleteCategory.name]: remove,
  [endpoints.publishCategories.name]: publish,
  [endpoints.presetMainCategory.name]: preset
}
