import { readFileSync } from 'node:fs'
import { appIds } from '@shared/contract/call'
import { itemRequests, rolloutPlan } from '@shared/contract/rollouts'
import { readJson } from '@shared/rules/json-document'
import { clauses } from '@shared/texts/joined'
import { say } from '@shared/texts/say'
import { z } from 'zod'
import { invalid, type CommandFailure } from './command-failure'

const all = z.strictObject({ all: z.literal(true) })
const byAppId = z.strictObject({
  appIds: appIds.refine((ids) => new Set(ids).size === ids.length, { error: () => say`有重复的商家` })
})
/** Merchants that have one of these tags. */
const byTag = z.strictObject({ tags: z.array(z.string().trim().min(1).max(20)).min(1).max(20) })

/** The plan's format, described in docs/automation.md; docs/rollout-plan.schema.json is made of it. */
export const planFile = rolloutPlan.extend({
  $schema: z.string().max(500).optional(),
  merchants: z.union([all, byAppId, byTag]),
  /** What each merchant gets, by app id, for introductions; pictures can not be handed over here. */
  requests: itemRequests.optional()
})

type Contents = z.output<typeof planFile>
export type MerchantChoice = Contents['merchants']
export type PlanFile = {
  readonly plan: Omit<Contents, '$schema' | 'merchants' | 'requests'>
  readonly merchants: MerchantChoice
  readonly requests: Contents['requests']
}

const fileMaxBytes = 4 * 1024 * 1024
/** More would scroll the first ones away. */
const problemsShown = 10

/** Throws `CommandFailure` `invalid`, which names every place in the file that is wrong and why. */
export function readPlanFile(path: string): PlanFile {
  const text = contents(path)
  const { problems } = readJson(text)
  if (problems) throw wrong(problems.map(({ line, column, message }) => say`第 ${line} 行第 ${column} 列 ${message}`))
  const parsed = planFile.safeParse(JSON.parse(text))
  if (!parsed.success) throw wrong(parsed.error.issues.map(issueText))
  const { title, work, waves, gate, stop, startAt, merchants, requests } = parsed.data
  return { plan: { title, work, waves, gate, stop, startAt }, merchants, requests }
}

function contents(path: string): string {
  try {
    const bytes = readFileSync(path)
    if (bytes.length > fileMaxBytes) throw wrong([say`文件太大，最多 ${fileMaxBytes} 字节`])
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw wrong([say`文件不是 UTF-8 编码`])
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw invalid(say`计划文件读不到：${path}（${String(error.code)}）`, say`请检查 --plan 后面的路径`)
  }
}

function wrong(problems: readonly string[]): CommandFailure {
  const rest = problems.length - problemsShown
  const shown = clauses(problems.slice(0, problemsShown))
  const reason = rest > 0 ? say`${shown}；还有 ${rest} 处` : shown
  return invalid(say`计划文件的内容不对：${reason}`, say`请按 docs/rollout-plan.schema.json 修改计划文件`)
}

function issueText(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.') || say`（全部）`
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return `${place} ${issue.message}`
  return unionText(place, issue.errors)
}

/** Of several forms, the one that was meant has all of its names right. */
function unionText(place: string, forms: readonly (readonly z.core.$ZodIssue[])[]): string {
  const fitting = forms.filter((issues) => issues.every(({ code }) => code !== 'unrecognized_keys'))
  const first = fitting.length === 1 ? fitting[0]?.[0] : undefined
  if (!first || first.path.length === 0) return say`${place} 要写 { "all": true }、{ "appIds": […] } 或 { "tags": […] }`
  return `${place}.${first.path.join('.')} ${first.message}`
}
