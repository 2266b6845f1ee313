import type { Hunt } from '../hunt'

/** `home.…`: what needs the operator after all that was done before, and the charts. */
export async function visitHome({ accountId, value }: Hunt): Promise<void> {
  await value('home.today', {})
  await value('home.figures', { accountId })
}
