import type { Hunt } from '../hunt'

/** `templates.…` */
export async function visitTemplates({ accountId, value }: Hunt): Promise<void> {
  await value('templates.library', { accountId, fresh: true })
}
