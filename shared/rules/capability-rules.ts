import type { Capability, CapabilityAnswer, CapabilityField } from '../domain/capability'
import type { ErrorRemedy } from '../errors'
import { listed } from '../texts/joined'
import { say } from '../texts/say'
import { videoMountTextMaxLength } from './limits'
import { permissionSetRules } from './permission-sets'
import { byAuthorization, byWaiting, type Availability } from './version-actions'

const possible: Availability = { possible: true }
const not = (why: string, remedy?: ErrorRemedy): Availability => ({ possible: false, why, ...(remedy && { remedy }) })

/** As of code 28001019. */
const byPlatform: ErrorRemedy = { actor: 'platform', wayOut: 'support' }
/** What a merchant has to have first, as of code 28005034. */
const byMerchant: ErrorRemedy = { actor: 'merchant', wayOut: 'merchant_capabilities' }

/**
 * Whether the platform would take an application now (codes 28005032 and 28005034). A state that is not documented is left to
 * the platform. Rejected and closed ones may be applied for again.
 */
export function capabilityAction(capability: Capability): Availability {
  if (capability.way === 'automatic') return not(say`不用申请，条件满足后平台自动开通`)
  if (capability.permitted === false) return not(say`商家没有授予${setNames(capability)}`, byAuthorization)
  switch (capability.state) {
    case 'applying':
      return not(say`申请还在审核中`, byWaiting)
    case 'granted':
      return not(say`已经开通`)
    case 'banned':
      return not(capability.reason === '' ? say`被平台封禁` : say`被平台封禁：${capability.reason}`, byPlatform)
    case 'cannot_apply':
      return not(missingText(capability), byMerchant)
    default:
      return capability.canApply === false ? not(missingText(capability), byMerchant) : possible
  }
}

function setNames({ permissionIds }: Capability): string {
  const names = permissionSetRules.filter(({ id }) => permissionIds.includes(id)).map(({ name }) => say`「${name}」`)
  return names.join(say`或`) || say`申请它的权限`
}

/** What is missing: of several groups each, as it is not documented whether one of them is enough. */
function missingText({ conditions, reason }: Capability): string {
  const missing = conditions
    .map((group) => group.filter(({ satisfied }) => !satisfied).map(({ name }) => name))
    .filter((names) => names.length > 0)
    .map(listed)
  if (missing.length > 0) return say`条件还没有满足：${missing.join(say`；或 `)}`
  return reason === '' ? say`平台现在不允许这个商家申请` : reason
}

/** An application's form as it was filled in; a picture is a staged file. */
export type ApplicationForm = { readonly reason: string; readonly answers: readonly CapabilityAnswer[] }

/**
 * What is wrong with an application by the form's field: `reason`, and `answers.<key>` for a question of the form. Empty when
 * the platform would take it.
 */
export function applicationProblems(capability: Capability, form: ApplicationForm): Readonly<Record<string, string>> {
  const problems = [
    ['reason', reasonProblem(capability, form.reason)] as const,
    ...capability.fields.map((field) => [`answers.${field.key}`, fieldProblem(capability, field, form)] as const),
    ...unasked(capability, form).map(({ key }) => [`answers.${key}`, say`申请表里没有这一项`] as const)
  ]
  return Object.fromEntries(problems.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]])))
}

function reasonProblem({ way }: Capability, reason: string): string | null {
  if (reason.trim() === '') return say`请填写申请理由`
  return way === 'video_mount' ? tooLong(reason.trim(), videoMountTextMaxLength) : null
}

function fieldProblem({ way }: Capability, field: CapabilityField, { answers }: ApplicationForm): string | null {
  const given = answers.filter(({ key }) => key === field.key)
  if (given.length > 1) return say`填了两次`
  const [answer] = given
  const texts = filled(answer?.texts)
  const files = answer?.files ?? []
  // In the general list what the types mean is not documented, so that `kind` is a guess there and either may be right.
  if (way === 'video_mount' && (field.kind === 'text' ? files.length > 0 : texts.length > 0)) {
    return field.kind === 'text' ? say`这里要填文字` : say`这里要放图片`
  }
  const count = texts.length + files.length
  if (count === 0) return field.required ? (field.kind === 'text' ? say`请填写` : say`请选择图片`) : null
  if (way === 'video_mount' && count > 1) return field.kind === 'text' ? say`只要一条` : say`只要一张图片`
  return texts.map((text) => tooLong(text, field.maxLength)).find((each) => each !== null) ?? null
}

function unasked({ fields }: Capability, { answers }: ApplicationForm): readonly CapabilityAnswer[] {
  return answers.filter(({ key }) => !fields.some((field) => field.key === key))
}

/** The texts of an answer that say something, without the spaces around them. */
export function filled(texts: readonly string[] = []): readonly string[] {
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}

function tooLong(text: string, max: number | null): string | null {
  const length = [...text].length
  return max !== null && length > max ? say`最多 ${max} 个字，现在 ${length} 个` : null
}
