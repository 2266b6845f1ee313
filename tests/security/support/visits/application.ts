import type { Hunt } from '../hunt'

/** `app.…`, `app.updates.…`, `help.…`, `settings.…`, `keychain.…` and `practice.…` */
export async function visitApplication({ value }: Hunt): Promise<void> {
  await value('app.info', {})
  await value('settings.change', { theme: 'dark' })
  await value('app.updates.state', {})
  await value('app.updates.check', {})
  await value('app.updates.install', {})
  await value('keychain.retry', {})
  await value('keychain.useMemory', {})
  await value('help.catalogue', {})
  await value('practice.status', {})
  await value('practice.reset', {})
}
