import { messageKey, messageToken, type Hunt } from '../hunt'

/** `accounts.…`: tickets and secrets that are right, wrong and replaced, and an account that goes. */
export async function visitAccounts({ accountId, simulator, ask, value, mark }: Hunt): Promise<void> {
  const [oldTicket, wrongSecret] = ['MARKED-OLD-TICKET-55aa', 'MARKED-WRONG-SECRET-31']
  mark(oldTicket)
  mark(wrongSecret)
  mark(simulator.ticket())
  await value('accounts.pasteTicket', { accountId, text: simulator.ticket() })
  await ask('accounts.pasteTicket', { accountId, text: oldTicket })
  await value('accounts.probe', { accountId })
  await value('accounts.change', { accountId, secrets: { secret: wrongSecret } })
  await ask('accounts.probe', { accountId })
  await value('accounts.diagnose', { accountId })
  const other = await value('accounts.add', {
    name: '另一个',
    colour: '#be123c',
    componentAppId: 'tt00000000000000',
    secret: wrongSecret,
    messageToken,
    messageKey,
    relaySecret: null,
    settings: { openUrl: simulator.url, microappUrl: simulator.url, ticketSource: 'paste' }
  })
  await value('accounts.remove', { accountId: other.id, data: 'keep' })
}
