import type zh from '../zh/frame'
import type { Translated } from '../translated'

export default {
  practice: {
    environment: 'Practice environment',
    only: 'For practice only',
    hint: 'A built-in simulated platform: everything stays on this computer and no real merchant is affected'
  },
  account: {
    componentAppId: 'AppID of the third-party application',
    switch: 'Switch account',
    current: 'Current account',
    add: 'Add account…',
    manage: 'Manage accounts'
  },
  rail: {
    label: 'Main navigation',
    today: 'Today',
    merchants: 'Merchants',
    rollouts: 'Rollouts',
    authorization: 'Authorisation',
    keeper: 'Tokens',
    baselines: 'Domains',
    templates: 'Templates',
    codes: 'Code wall',
    capabilities: 'Capabilities',
    events: 'Events',
    accounts: 'Accounts',
    settings: 'Settings'
  },
  waiting: {
    today: '{n} item waits for you | {n} items wait for you',
    merchants: '{rejected} rejected, {toRelease} to release',
    events: '{n} new event | {n} new events',
    rollouts: '{n} rollout waits for your decision | {n} rollouts wait for your decision'
  },
  connection: {
    open: ', open the account page'
  },
  reading: {
    title: 'View only',
    text: 'The data file can not be written to: in this run nothing is saved, and nothing is sent to the platform. Make room on the disk or allow writing again, then reopen the program.',
    link: 'See the data'
  },
  keychain: {
    missing: 'This computer has no keychain service',
    missingText:
      'There is no safe place for the secrets of real accounts, so they can not be used yet. On Linux, install and start gnome-keyring or KWallet, then try again; if it was restarted just now, reopen the program.',
    locked: 'The keychain is locked',
    lockedText:
      'It holds the secrets of real accounts, which can not be read now. Unlock the keychain, then try again.',
    silent: 'The keychain does not answer',
    silentText:
      'An unlock window may be waiting for your password, perhaps behind another window. See to it, then try again.',
    retry: 'Try again',
    useMemory: 'Use memory this time',
    useMemoryTitle: 'Use memory this time?',
    useMemoryText:
      'Secrets are kept in memory only and are gone when the program closes: at the next start, the secrets of every real account must be entered again. Nothing is written to a file.',
    cancel: 'Cancel',
    inMemory: 'Secrets are only in memory this time and must be entered again after the program closes.'
  },
  notices: {
    label: 'Notices',
    close: 'Close notice'
  },
  refresh: {
    label: 'Refresh merchants',
    listing: 'Reading the list of authorised merchants',
    progress: 'Refreshing merchants: {done} / {total}',
    progressWithFailed: 'Refreshing merchants: {done} / {total}, {failed} failed'
  },
  rollout: {
    percent: 'Rollout {percent}%',
    progress: '“{title}”: {over} / {total} merchants finished',
    others: '{n} more rollout is running | {n} more rollouts are running'
  },
  search: 'Find anything'
} satisfies Translated<typeof zh>
