import type zh from '../zh/diagnosis'
import type { Translated } from '../translated'

export default {
  title: 'Connection doctor',
  back: 'Back to the account',
  copy: 'Copy outcome',
  copied: 'Copied',
  copyFailed: 'Not copied',
  copyWhenDone: 'Can be copied when all is checked',
  nothingToCopy: 'There is no outcome to copy',
  checkedAt: 'Checked {ago}',
  again: 'Check again',
  noAccount: 'There is no such account',
  noAccountText: 'It may have been removed.',
  toAccounts: 'Open accounts',
  steps: 'Steps',
  nextStep: 'Next: {text}',
  platformCode: 'Platform code',
  logId: 'log_id',
  took: '{ms} ms',
  step: {
    secrets: 'Secrets',
    network: 'Network and proxy',
    clock: 'Clock',
    source: 'Ticket source',
    ticket: 'Ticket',
    decryption: 'Decryption',
    componentToken: 'Component token',
    addressAllowList: 'IP allow list',
    merchantCall: 'Merchant call',
    sharing: 'Several computers'
  },
  state: {
    pending: 'Waiting',
    running: 'Checking',
    good: 'Fine',
    warning: 'Take note',
    bad: 'Problem',
    skipped: 'Skipped'
  },
  help: {
    accountSettings: 'Open account',
    pasteTicket: 'Paste ticket',
    secrets: 'Change secrets',
    merchantList: 'Open authorisation'
  },
  summary: {
    allGood: 'All is well',
    bad: '{n} problem | {n} problems',
    warnings: '{n} thing to note | {n} things to note',
    badAndWarnings: '{n} problem, {warnings} to note | {n} problems, {warnings} to note',
    lookFirst: 'Look at “{step}” first: {text}',
    checking: 'Checking {place}',
    now: 'Now: {step}'
  },
  text: {
    title: 'Connection doctor',
    titleOf: 'Connection doctor: {name} ({appId})',
    time: 'Time: {time} (China time)',
    program: 'Program: Merchant Desk {version} · {host} · {platform}',
    electron: 'desktop program',
    browser: 'browser on this computer',
    outcome: 'Outcome: {outcome}',
    step: '{place}. {step}: {state}. {finding}',
    stepTook: '{place}. {step}: {state}. {finding} ({ms} ms)',
    nextStep: '   Next: {text}',
    platformCode: '   platform code {code}',
    logId: '   log_id {logId}',
    codeAndLogId: '   platform code {code}, log_id {logId}'
  }
} satisfies Translated<typeof zh>
