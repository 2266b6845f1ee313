import { checkExtJson } from './ext-json'
import { Refusal } from './refusal'
import type { Merchant, TestVersion } from './state'
import { templateOf } from './templates'
import type { World } from './world'

export type Upload = {
  readonly templateId: string
  readonly version: string
  readonly summary: string
  readonly extJson: string
  readonly channel: string
}

/**
 * 提交代码: a template becomes the test version of one channel and overwrites the one that was there. Throws `Refusal`
 * 40029 (no such template) and 40001 (no version, unknown channel, ext.json wrong or not for this mini program).
 */
export function uploadVersion(world: World, merchant: Merchant, upload: Upload): void {
  templateOf(world, upload.templateId)
  if (upload.version === '' || !isChannel(upload.channel)) throw new Refusal(40001)
  checkExtJson(upload.extJson, merchant.appId)
  const { version, summary, channel, extJson } = upload
  const others = merchant.tests.filter((test) => test.channel !== channel)
  merchant.tests = [...others, { version, summary, channel, extJson, createdAt: world.now(), submitted: false }]
  world.touch()
}

/** The default channel is `''`, channel 1 is `'1'`. */
export function isChannel(text: string): boolean {
  return text === '' || text === '1'
}

/** The test version that the version list shows: the one uploaded last, whatever its channel. */
export function shownTestVersion(merchant: Merchant): TestVersion | undefined {
  return merchant.tests.at(-1)
}

/** What a version stage holds for a trial code: nothing, or a version. The online stage's code carries no version. */
export function versionOfStage(merchant: Merchant, stage: string): string | undefined {
  switch (stage) {
    case 'latest':
      return shownTestVersion(merchant)?.version
    case 'audit':
      return merchant.audit?.status === 'withdrawn' ? undefined : merchant.audit?.version
    case 'current':
      return merchant.current?.takenDown ? undefined : merchant.current?.version
    default:
      throw new Refusal(40001)
  }
}
