import type { ItemRequests, SetupWork } from '@shared/domain/rollout'
import { introductionProblem } from '@shared/rules/profile-rules'
import { say } from '@shared/texts/say'
import { stagedIn } from '../capabilities/application-answers'
import type { StagedFiles } from '../setup/staged-files'
import { invalidPlan } from './rollout-failures'

type SetupOrder = { readonly appIds: readonly string[]; readonly requests?: ItemRequests | undefined }

/**
 * Refuses a plan that could change nobody's set-up, before anything is written. Throws `DeskFailure`: `invalid_input` by merchant
 * (`requests.<app id>`) or `reason`, and `not_found` for a picture that is not staged (any more).
 */
export function refuseSetup(files: Pick<StagedFiles, 'get'>, work: SetupWork, { appIds, requests }: SetupOrder): void {
  switch (work.kind) {
    case 'domains':
      return
    case 'capability':
      if (work.reason.trim() === '') throw invalidPlan(say`没有申请理由`, { reason: say`请填写申请理由` })
      for (const fileId of stagedIn(work.answers)) files.get(fileId)
      return
    case 'introduction':
    case 'icon':
      refuseRequests(work.kind, appIds, requests ?? {})
      for (const request of Object.values(requests ?? {})) if ('fileId' in request) files.get(request.fileId)
  }
}

function refuseRequests(kind: 'introduction' | 'icon', appIds: readonly string[], requests: ItemRequests): void {
  const problems = appIds.flatMap((appId) => {
    const problem = requestProblem(kind, requests[appId])
    return problem === null ? [] : [[`requests.${appId}`, problem] as const]
  })
  const [first] = problems
  if (!first) return
  const finding = say`${first[0].slice('requests.'.length)}：${first[1]}`
  const reason = problems.length > 1 ? say`${finding}，共 ${problems.length} 个商家有问题` : finding
  throw invalidPlan(reason, Object.fromEntries(problems))
}

/** Why this is nothing that can be sent; null where it can. */
export function requestProblem(
  kind: 'introduction' | 'icon',
  request: ItemRequests[string] | undefined
): string | null {
  if (kind === 'icon') return request && 'fileId' in request ? null : say`没有给出图片`
  return request && 'introduction' in request ? introductionProblem(request.introduction) : say`没有给出简介`
}
