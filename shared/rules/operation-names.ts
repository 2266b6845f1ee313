import type { OperationKind } from '../domain/operation'

/** What an operator does to a merchant's versions, in the platform's words; a noun, for sentences of both sides. */
export const operationNames: Readonly<Record<OperationKind, string>> = {
  upload: '上传代码',
  submit: '提交审核',
  resubmit: '再次提审',
  withdraw: '撤回审核',
  release: '发布',
  rollback: '版本回退'
}
