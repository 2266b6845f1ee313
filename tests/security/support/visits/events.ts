import { until } from '../../../integration/desk/support'
import type { Hunt } from '../hunt'

/** `events.…`: one of the messages comes while the platform can not be read, so that it is acted on again. */
export async function visitEvents({ accountId, simulator, value }: Hunt): Promise<void> {
  const { control } = simulator
  const reviewed = control.state().merchants.find(({ audit, authorization }) => {
    return audit?.status === 'in_review' && authorization.live
  })
  if (!reviewed) throw new Error('no merchant is in review')
  const page = () => {
    const filter = { kinds: null, appId: null, unseenOnly: false }
    return value('events.page', { accountId, cursor: null, limit: 200, filter })
  }
  const failed = async () => (await page()).events.find(({ handling }) => handling === 'failed')
  const fault = control.addFault({ kind: 'reset-before', match: { appId: reviewed.appId } })
  control.audit(reviewed.appId, { outcome: 'pass', now: true })
  await until(async () => (await failed()) !== undefined)
  control.removeFaults(fault.id)
  await value('events.retry', { accountId, eventId: (await failed())?.id ?? '' })
  await value('events.markSeen', { accountId, upTo: (await page()).events[0]?.id ?? '' })
}
