import { DeskFailure, type AssignedError, type DeskErrorCode, type ErrorRemedy } from '@shared/errors'
import type { TemplateUser } from '@shared/domain/template-usage'
import { templatesMax } from '@shared/rules/limits'
import { listed } from '@shared/texts/joined'
import { say } from '@shared/texts/say'

export type TemplateChange = 'add' | 'delete'

type ChangeTexts = Readonly<Record<'notBegun' | 'running' | 'failed' | 'unread' | 'unknown', () => string>>

/** How each change of the library fared, in whole sentences. */
const changeTexts: Readonly<Record<TemplateChange, ChangeTexts>> = {
  add: {
    notBegun: () => say`添加模板没有开始`,
    running: () => say`「添加模板」还在进行`,
    failed: () => say`添加模板没有成功`,
    unread: () => say`添加模板成功了，但模板库没有读到`,
    unknown: () => say`添加模板的结果还不知道`
  },
  delete: {
    notBegun: () => say`删除模板没有开始`,
    running: () => say`「删除模板」还在进行`,
    failed: () => say`删除模板没有成功`,
    unread: () => say`删除模板成功了，但模板库没有读到`,
    unknown: () => say`删除模板的结果还不知道`
  }
}

/** What is said where the platform does not carry it out. */
export const changeFailed = (change: TemplateChange): string => changeTexts[change].failed()

type Words = Pick<AssignedError, 'message' | 'reason' | 'nextStep'>

const onTemplates: ErrorRemedy = { actor: 'operator', wayOut: 'templates' }

const failure = (code: DeskErrorCode, words: Words): DeskFailure =>
  new DeskFailure({ ...words, code, retryable: false, ...onTemplates })

/** Nothing but time stands in the way of doing it again. */
const passing = (code: DeskErrorCode, words: Words, remedy: ErrorRemedy): DeskFailure =>
  new DeskFailure({ ...words, code, retryable: true, ...remedy })

const notBegun = (change: TemplateChange): string => changeTexts[change].notBegun()

export const templateGone = (message: string): DeskFailure =>
  failure('not_found', { message, reason: say`这个模板已经不在模板库里`, nextStep: say`请刷新模板库` })

export const draftGone = (): DeskFailure =>
  failure('not_found', {
    message: notBegun('add'),
    reason: say`这份草稿已经没有了：模板小程序可能又上传了新的`,
    nextStep: say`请刷新模板库，看过现在的草稿后再添加`
  })

/** 40035. */
export const libraryFull = (): DeskFailure =>
  failure('not_possible_now', {
    message: notBegun('add'),
    reason: say`模板库已有 ${templatesMax} 个模板，到了上限`,
    nextStep: say`请先删除不用的模板`
  })

export const otherChangeRuns = (running: TemplateChange): DeskFailure =>
  passing(
    'not_possible_now',
    {
      message: say`模板库没有修改`,
      reason: changeTexts[running].running(),
      nextStep: say`请等它结束`
    },
    { actor: 'nobody', wayOut: 'templates' }
  )

const named = 5

/** Nothing was sent: merchants are on it that the operator was not shown. */
export function otherUsers(users: readonly TemplateUser[]): DeskFailure {
  const names = listed(users.slice(0, named).map(({ name }) => name))
  return failure('changed_meanwhile', {
    message: notBegun('delete'),
    reason:
      users.length > named
        ? say`还有您没有看到的商家在用它：${names} 等 ${users.length} 个商家`
        : say`还有您没有看到的商家在用它：${names}`,
    nextStep: say`请看过现在用它的商家后再删除`
  })
}

/** Nothing was sent: the library could not be read. */
export const changeNotStarted = (change: TemplateChange, { error }: DeskFailure): DeskFailure =>
  new DeskFailure({ ...error, message: say`${notBegun(change)}：没有读到模板库` })

/** The platform took it; what the library is like now could not be read. */
export const doneUnread = (change: TemplateChange, { error }: DeskFailure): DeskFailure =>
  new DeskFailure({
    ...error,
    message: changeTexts[change].unread(),
    nextStep: say`请刷新模板库，不要再做一次`,
    retryable: false,
    ...onTemplates
  })

/** The answer was lost, and the library shows that the platform did nothing. */
export const changeNotCarriedOut = (change: TemplateChange): DeskFailure =>
  passing(
    'not_carried_out',
    {
      message: changeFailed(change),
      reason: say`平台的回答没有收到；已核对模板库，平台没有执行`,
      nextStep: say`可以再试一次`
    },
    { actor: 'operator', wayOut: 'retry' }
  )

/** The answer was lost, and the library can not be read. */
export const changeUnknown = (change: TemplateChange): DeskFailure =>
  failure('outcome_unknown', {
    message: changeTexts[change].unknown(),
    reason: say`平台的回答没有收到，模板库也没有读到`,
    nextStep: say`请刷新模板库，看过结果后再决定是否再做一次`
  })
