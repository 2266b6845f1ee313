import { rollbackIntervalMs, submitIntervalMs } from '@shared/rules/limits'
import { busy, refused, refusedForNow, type CodeTable } from './catalogue-entry'
import { endpoints } from './endpoints'

/** Page `develop/audit-code-v2`. */
const submit: CodeTable = {
  '10003': refused('没有权限提审这个小程序', '请让商家确认授予了「开发管理权限」'),
  '11300': refusedForNow('提审没有成功'),
  '11301': busy('提审太频繁', '请等 10 秒再提审', submitIntervalMs),
  '11302': refused('没有可以提审的版本：没有测试版本，或没有可再次提交的未通过版本', '请先上传代码，再提审'),
  '11303': refused('已有版本在审核中', '请等审核结束，或撤回后再提审'),
  '11305': refused('小程序的主体认证还没有完成', '请商家先完成主体认证'),
  '11306': refused('小程序的名称、简介、图标或服务类目不完整', '请先补全基本资料和服务类目'),
  '11307': refused('选择的宿主端不正确', '请刷新可选的宿主端后重新选择')
}

/** Page `develop/release-v2`; 11404 from the V1 page. */
const release: CodeTable = {
  '10003': refused('没有权限发布这个小程序', '请让商家确认授予了「开发管理权限」'),
  '11400': refusedForNow('发布没有成功'),
  '11401': refused('小程序最近被下架，这个版本不能发布', '请提交新的审核，通过后再发布'),
  '11402': refused('没有审核版本', '请先提审'),
  '11403': refused('版本还在审核中', '请等审核通过'),
  '11404': refused('版本没有通过审核', '请按审核意见修改后重新提审')
}

/** Page `develop/rollback-v2`. */
const rollback: CodeTable = {
  '10003': refused('没有可以回退到的版本', '首个线上版本不能回退，每次发布只能回退一次'),
  '11500': refusedForNow('回退没有成功'),
  '11501': busy('回退太频繁', '请等 10 分钟再回退', rollbackIntervalMs)
}

/** Page `develop/revoke-audit-v2`. */
const withdraw: CodeTable = {
  '11600': refusedForNow('撤回没有成功'),
  '11601': refused('审核已经撤回', '不需要再次撤回，请刷新版本'),
  '11602': refused('审核正在处理，现在不能撤回', '请等审核结束'),
  '11603': refused('审核已经结束，不能撤回', '请刷新版本查看审核结果')
}

/** Pages `develop/upload-code-v2` and, for 40029, its V1 counterpart. */
const upload: CodeTable = {
  '40029': refused('没有找到选择的模板', '请刷新模板列表后重新选择模板')
}

/** Codes whose meaning depends on the endpoint, by its Chinese name. */
export const endpointCodes: Readonly<Record<string, CodeTable>> = {
  [endpoints.submit.name]: submit,
  [endpoints.release.name]: release,
  [endpoints.rollback.name]: rollback,
  [endpoints.withdraw.name]: withdraw,
  [endpoints.upload.name]: upload
}
