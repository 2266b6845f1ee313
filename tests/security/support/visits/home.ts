import type { Hunt } from '../hunt'

/** `home.…` and `firstTasks.…`: what needs the operator after all that was done before, the charts, and what is new to try. */
export async function visitHome({ accountId, value }: Hunt): Promise<void> {
  await value('home.today', {})
  await value('home.figures', { accountId })
  await value('firstTasks.read', { accountId })
}
