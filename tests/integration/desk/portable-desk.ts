import { expect } from 'vitest'
import type { DomainKind } from '@shared/domain/domains'
import type { ExtVariable } from '@shared/domain/ext-variables'
import { portableKinds, type PortableKind } from '@shared/domain/safety'
import type { Simulator } from '../../../electron/simulator'
import { hand, readWhole } from '../../security/support/visits/safety'
import { countedThings, everythingSet, leaveMarks, type Everything } from './operator-marks'
import { newAgency, type Agency } from './recovery-desk'
import { newSimulator, type Caller } from './support'

type Exported = { readonly file: Buffer; readonly before: Everything }

/** The settings file of a computer on which everything was set; the computer is off then. */
export async function exported(simulator: Simulator): Promise<Exported> {
  const desk = await newAgency(simulator)
  await leaveMarks(desk)
  const before = await everythingSet(desk)
  const { fileId } = await desk.value('safety.export', {})
  const file = await readWhole(desk, fileId)
  await desk.desk.close()
  return { file, before }
}

export const handed = (desk: Caller, file: Buffer): Promise<string> => hand(desk, 'settings.json', file)

/** Imports kinds of a file after a look; what was said before is what is said then. */
export async function imported(desk: Caller, file: Buffer, kinds: readonly PortableKind[] = portableKinds) {
  const fileId = await handed(desk, file)
  const preview = await desk.value('safety.previewImport', { fileId })
  const done = await desk.value('safety.import', { fileId, kinds: [...kinds] })
  const chosen = preview.changes.map((each) =>
    kinds.includes(each.kind) ? each : { ...each, added: 0, changed: 0, same: 0 }
  )
  expect(done).toEqual({ ...preview, changes: chosen })
  return done
}

/** What really came and changed, by kind as `[added, changed]`; fails where anything went. */
export function happened(before: Everything, after: Everything): Readonly<Record<string, readonly number[]>> {
  const [was, is] = [countedThings(before), countedThings(after)]
  return Object.fromEntries(
    portableKinds.map((kind) => {
      const gone = [...was[kind].keys()].filter((name) => !is[kind].has(name))
      expect(gone).toEqual([])
      const added = [...is[kind].keys()].filter((name) => !was[kind].has(name))
      const changed = [...was[kind]].filter(
        ([name, value]) => JSON.stringify(is[kind].get(name)) !== JSON.stringify(value)
      )
      return [kind, [added.length, changed.length]]
    })
  )
}

/** What of an account in a settings file a person may write otherwise. */
export type EditedAccount = {
  views: object[]
  variables: ExtVariable[]
  defaults: { templateId: string; text: string }[]
  baselines: { name: string; domains: Record<DomainKind, string[]> }[]
  merchants: { values: Record<string, string>; baseline?: string }[]
}

/** A computer that knows the account, and the file of another one after somebody's hand. */
export async function edited(edit: (account: EditedAccount) => void): Promise<{ desk: Agency; file: Buffer }> {
  const simulator = await newSimulator(6)
  const { file } = await exported(simulator)
  const desk = await newAgency(simulator)
  const content = JSON.parse(file.toString()) as { accounts: (EditedAccount & { id: string })[] }
  const account = content.accounts.find(({ id }) => id === desk.accountId)
  if (account) edit(account)
  return { desk, file: Buffer.from(JSON.stringify(content)) }
}

export const addedAndChanged = (counts: Readonly<Record<string, readonly number[]>>) =>
  Object.fromEntries(Object.entries(counts).map(([kind, all]) => [kind, all.slice(0, 2)]))
