import type { DeskError } from '@shared/errors'
import { isLoopbackUrl } from '@shared/rules/platform-url'
import { createPlatformClient, memoryVault } from './douyin'
import { choosePlatform } from './platform-environment'
import type { Clock, Logger, Random } from './ports'
import { startPractice, type Practice } from './practice'
import type { OpenAccount } from './services/account-service'
import { platformPace, practicePace, type WatchPace } from './services/watch'
import type { Store } from './store/repositories'

/** The account that is open, and the practice environment behind it where there is one. */
export type PlatformConnection = {
  readonly open: OpenAccount
  readonly practice: Practice | null
  readonly notice: DeskError | null
  readonly pace: WatchPace
  close(): Promise<void>
}

export type ConnectionParts = {
  readonly dataDir: string
  readonly resourcesDir: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly store: Store
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** Opens the platform that the environment or the settings name, else the practice environment. */
export async function connectPlatform(parts: ConnectionParts): Promise<PlatformConnection> {
  const settings = parts.store.settings.read()
  const choice = choosePlatform(parts.environment, settings)
  if (choice.kind === 'address') {
    const ticket = (): Promise<string> => Promise.resolve(choice.ticket)
    return opened(parts, choice.account, { url: choice.url, application: choice.application, ticket }, null, null)
  }
  const practice = await startPractice({ ...parts, timeFactor: settings.practiceTimeFactor })
  const { account, application, ticket, environment } = practice
  return opened(parts, account, { url: environment.url, application, ticket }, practice, choice.notice)
}

type Address = {
  readonly url: string
  readonly application: { readonly appId: string; readonly secret: string }
  readonly ticket: () => Promise<string>
}

/** A platform on this machine is nobody else's: it may be asked as fast as it answers. */
const nearLimits = { concurrency: 16, requestsPerSecond: 1_000 } as const

function opened(
  { store, clock, random, logger }: ConnectionParts,
  account: OpenAccount['account'],
  { url, application, ticket }: Address,
  practice: Practice | null,
  notice: DeskError | null
): PlatformConnection {
  store.accounts.save(account)
  const near = isLoopbackUrl(new URL(url))
  const platform = createPlatformClient({
    openUrl: url,
    microappUrl: url,
    application,
    ticket,
    tokens: memoryVault(),
    clock,
    random,
    logger,
    ...(near ? nearLimits : {}),
    onPermissions: (appId, permissions) => {
      store.merchants.savePermissions({ accountId: account.id, appId }, permissions)
    }
  })
  return {
    open: { account, platform },
    practice,
    notice,
    pace: near ? practicePace : platformPace,
    close: async () => {
      platform.close()
      await practice?.close()
    }
  }
}
