import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { SettingChange } from '@shared/domain/setting'
import type { DeskError, DeskErrorCode } from '@shared/errors'
import { documentedCodes, type ChangeEndpoint, type DocumentedCode } from './setup-codes'
import { openSetupDesk, setups, type SetupDesk } from './setup-desk'

/** A call that fails; what `arrange` does before is no part of it. */
export type Attempt = {
  readonly arrange?: (desk: SetupDesk) => unknown
  readonly act: (desk: SetupDesk) => Promise<DeskError>
}

export type RefusalCase = {
  /** Our own check, where it can know, and what it says. */
  readonly own?: Attempt & { readonly why: RegExp }
  /** Our check lets it pass, and the platform refuses. */
  readonly platform: Attempt
  /** What the operator is told of the platform's refusal. */
  readonly reason: RegExp
  /** `platform_refused`, unless told otherwise. */
  readonly error?: DeskErrorCode
  /** How many of the sample merchants it needs, in the order of their file; one, unless told otherwise. */
  readonly merchants?: number
}

/** What the journal says of a refused change; null where no change was begun. */
type Journal = (desk: SetupDesk, appId: string) => Promise<readonly SettingChange[]>

/** For every documented code of an endpoint: our check comes first, and the platform's refusal reaches the caller. */
export function proveRefusals<Endpoint extends ChangeEndpoint>(
  endpoint: Endpoint,
  cases: Readonly<Record<DocumentedCode<Endpoint>, RefusalCase>>,
  journal: Journal | null
): void {
  const codes: readonly DocumentedCode<Endpoint>[] = documentedCodes[endpoint]
  const known = codes.filter((code) => cases[code].own !== undefined)
  describe(endpoint, () => {
    it.skipIf(known.length === 0).each(known)('%s: our own check says it first, and nothing is sent', (code) =>
      proveOwn(cases[code])
    )
    it.each(codes)('%s: the platform’s refusal is told, and nothing is changed', (code) =>
      provePlatform(endpoint, code, cases[code], journal)
    )
  })
}

const chinese = /\p{Script=Han}/u
const answered = z.object({ err_no: z.number(), log_id: z.string().min(1) })

async function proveOwn({ own, merchants = 1 }: RefusalCase): Promise<void> {
  if (own === undefined) throw new Error('our own check can not know')
  const { arrange, act, why } = own
  const desk = await openSetupDesk(merchants)
  await arrange?.(desk)
  const [before, sent] = [setups(desk), desk.gateway.passed.length]
  const error = await act(desk)
  expect(['invalid_input', 'not_possible_now', 'changed_meanwhile', 'not_found']).toContain(error.code)
  expect(error.reason).toMatch(why)
  expect(error.nextStep).toMatch(chinese)
  expect(error).not.toHaveProperty('platformCode')
  expect(desk.gateway.passed.slice(sent)).toEqual([])
  expect(setups(desk)).toEqual(before)
}

async function provePlatform(endpoint: string, code: string, refusal: RefusalCase, journal: Journal | null) {
  const desk = await openSetupDesk(refusal.merchants ?? 1)
  await refusal.platform.arrange?.(desk)
  const error = await refusal.platform.act(desk)
  const last = desk.gateway.passed.at(-1)
  expect(last?.endpoint).toBe(endpoint)
  const { err_no, log_id } = answered.parse(last?.answer)
  expect(String(err_no)).toBe(code)
  const isTold = refusal.error !== 'not_carried_out'
  expect(error).toMatchObject({ code: refusal.error ?? 'platform_refused', logId: log_id })
  if (isTold) expect(error.platformCode).toBe(code)
  expect(error.reason).toMatch(refusal.reason)
  expect(error.nextStep).toMatch(chinese)
  expect(setups(desk)).toEqual(desk.whenPassing())
  const [newest] = journal ? await journal(desk, error.merchant?.appId ?? '') : []
  if (journal) expect(newest).toMatchObject({ state: isTold ? 'refused' : 'not_carried_out', error })
}
