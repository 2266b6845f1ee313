import { refused, refusedForNow, type CodeTable } from './catalogue-entry'
import { endpoints } from './endpoints'

/** 小程序名称检测, 修改小程序名称, 修改小程序简介, 修改小程序图标: the codes of both generations. */
export const profileCodes: CodeTable = {
  '20105': refused('修改次数已用完', '请等次数恢复后再修改'),
  '21000': refusedForNow('名称没有修改成功'),
  '21001': refused('名称的格式不对：4 到 20 个字符（汉字算 2 个），只能用汉字、字母、数字，末位可以是 +', '请修改名称'),
  '21003': refused('名称已被占用', '请换一个名称'),
  '21004': refused('已有一次改名在审核中', '请等审核结束再改名'),
  '21005': refused('名称里有敏感词', '请换一个名称'),
  '21006': refused('名称涉及品牌或商标', '请换一个名称，或上传盖章的商标证明'),
  '21100': refusedForNow('图标没有修改成功'),
  '21101': refused('图标的路径不对，平台读不到文件', '请重新上传图标'),
  '21102': refused('已有一次图标修改在审核中', '请等审核结束再修改图标'),
  '21200': refusedForNow('简介没有修改成功'),
  '21201': refused('简介的长度不对，应为 10 到 60 个字', '请修改简介'),
  '21202': refused('已有一次简介修改在审核中', '请等审核结束再修改简介'),
  '22007': refused('主体认证还没有完成', '请商家先完成主体认证'),
  '22019': refused('简介里有敏感词', '请修改简介'),
  '22020': refusedForNow('简介没有提交到审核'),
  '22021': refusedForNow('简介的审核没有创建成功')
}

const usedUp = (what: string): CodeTable => ({
  '20105': refused(`${what}的修改次数已用完`, `请等次数恢复后再修改${what}；剩余次数见基本资料`)
})

/** A name that touches a brand may still be submitted, with evidence. */
const check: CodeTable = {
  '21006': refused('名称涉及品牌或商标', '请换一个名称，或在改名时附上盖章的商标证明')
}

const name: CodeTable = {
  ...usedUp('名称'),
  '21006': refused('名称涉及品牌或商标，没有附上有效的证明', '请换一个名称，或附上盖章的商标证明后重新提交'),
  '40033': refused('平台没有找到名称的证明材料', '请重新上传证明材料，再提交')
}

const icon: CodeTable = {
  ...usedUp('图标'),
  '40033': refused('平台没有找到上传的图标', '请重新上传图标')
}

/** By endpoint, where a code can be told more exactly. */
export const profileTables: Readonly<Record<string, CodeTable>> = {
  [endpoints.checkName.name]: check,
  [endpoints.changeName.name]: name,
  [endpoints.changeIntroduction.name]: usedUp('简介'),
  [endpoints.changeIcon.name]: icon
}
