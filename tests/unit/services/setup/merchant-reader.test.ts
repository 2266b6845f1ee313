import { describe, expect, it } from 'vitest'
import { merchants } from '../../../integration/simulator/platform'
import { errorOf, setupBench, stage } from './setup-bench'

describe('reading a merchant', () => {
  it('keeps all of its profile and judges it, in one go with the list’s facts', async () => {
    const { reader, store, ref, time } = await setupBench(merchants.iconRejected)
    await reader.read(ref)
    const { value, readAt, error } = store.information.read(ref)
    expect(value?.iconAudit).toMatchObject({ state: 'rejected' })
    expect([readAt, error]).toEqual([time.now, null])
    const profile = store.merchants.profile(ref)
    expect(profile).toMatchObject({ name: value?.name, subjectName: value?.subjectName, readError: null })
    expect(store.merchants.row(ref)?.readiness).not.toBeNull()
  })

  it('notes why the profile could not be read, and reads the versions all the same', async () => {
    const { reader, store, control, ref } = await setupBench()
    await reader.read(ref)
    const before = store.information.read(ref)
    control.addFault({ kind: 'http-status', status: 500, match: { endpoint: 'get_info' } })
    const error = await errorOf(() => reader.read(ref))
    expect(store.information.read(ref)).toEqual({ ...before, error })
    expect(store.merchants.versions(ref)).not.toBeNull()
  })

  it('takes a new icon when the profile alone is read', async () => {
    const { reader, readings, control, profile, files, store, ref } = await setupBench()
    await reader.read(ref)
    const before = store.icons.get(ref)?.key
    await profile.changeIcon(ref, stage(files))
    control.profileAudit(ref.appId, 'icon', { outcome: 'pass', now: true })
    await readings.profile(ref)
    expect(store.icons.get(ref)?.key).not.toBe(before)
  })
})
