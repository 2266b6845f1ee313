import type { OperationKind } from '../domain/operation'
import { say } from '../texts/say'

/** What an operator does to a merchant's versions, in the platform's words; a noun, for sentences of both sides. */
export const operationNames: Readonly<Record<OperationKind, string>> = {
  get upload() {
    return say`上传代码`
  },
  get submit() {
    return say`提交审核`
  },
  get resubmit() {
    return say`再次提审`
  },
  get withdraw() {
    return say`撤回审核`
  },
  get release() {
    return say`发布`
  },
  get rollback() {
    return say`版本回退`
  }
}
