import type { Hunt } from '../hunt'

/** `app.…`, `settings.…`, `keychain.…` and `practice.…` */
export async function visitApplication({ value }: Hunt): Promise<void> {
  await value('app.info', {})
  await value('settings.change', { theme: 'dark' })
  await value('keychain.retry', {})
  await value('keychain.useMemory', {})
  await value('practice.status', {})
  await value('practice.reset', {})
}
