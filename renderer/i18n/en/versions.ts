import type zh from '../zh/versions'
import type { Translated } from '../translated'

export default {
  readAt: 'Read: {time}',
  logId: 'log_id {id}',
  tabs: {
    label: 'Parts of this merchant',
    versions: 'Versions',
    profile: 'Profile',
    categories: 'Categories',
    domains: 'Domains',
    codes: 'Codes',
    capabilities: 'Capabilities',
    standing: 'Rating and credit',
    authorization: 'Authorisation'
  },
  head: {
    back: 'Back to the merchant list',
    permissions: 'Permission sets: {names}',
    noPermissions: 'No permission sets read yet',
    authorizationLabel: '{state}, {permissions}',
    missing: 'Missing: {names}',
    missingCount: '{n} permission set missing | {n} permission sets missing',
    missingLabel: '{n} permission set missing, {missing} | {n} permission sets missing, {missing}',
    appId: 'AppID',
    notRead: 'Last reading failed',
    neverRead: 'Never read',
    refresh: 'Refresh'
  },
  tab: {
    done: '{merchant}: {operation} {version} done',
    unread: 'No versions read yet',
    unreadText: 'The versions of this merchant were never read from the platform successfully.',
    read: 'Read versions'
  },
  settled: {
    succeeded: 'Confirmed: {operation} {version} succeeded',
    dismiss: 'Dismiss'
  },
  unsettled: {
    title: 'The outcome of “{operation}” is not confirmed yet',
    answerLost:
      'Sent by {actor} ({time}); the answer of the platform did not arrive. The program keeps reading the version list to find out, and never sends it twice. Nothing else can be done until this is confirmed.',
    noAnswerYet:
      'Sent by {actor} ({time}); the platform has not answered yet. The program keeps reading the version list to find out, and never sends it twice. Nothing else can be done until this is confirmed.',
    stillUnknown: 'Checked ({time}); the outcome can not be seen yet.',
    settle: 'Check now'
  },
  dialog: {
    close: 'Close',
    stop: 'Stop',
    loseTitle: 'Discard what you entered?',
    loseText: 'It has not been submitted and is lost when you close this.',
    lose: 'Discard',
    keep: 'Keep editing'
  },
  operations: {
    reading: 'Reading',
    running: '“{operation}” is under way',
    noRollbackTarget: 'The platform does not say which version it would roll back to',
    leftToWait: '{why}, {left} left',
    platformAsksToWait: 'The platform asks to try again later, {left} left',
    seconds: '{seconds} s',
    minutes: '{minutes} min',
    minutesSeconds: '{minutes} min {seconds} s'
  },
  pipeline: {
    label: 'Stages of a version',
    latestEmpty: 'No test version yet. It appears here after an upload from a template.',
    auditEmpty: 'No review version. It appears here once the test version is submitted for review.',
    currentEmpty: 'No online version yet. It appears here once a version is approved and released.',
    submittedBefore: 'Submitted before',
    notSubmitted: 'Not submitted',
    wasTakenDown: 'Was taken down',
    takenDown: 'Taken down',
    gray: 'Gray release',
    online: 'Online',
    resultsLater: 'Results and reasons appear here after the review',
    rollbackTo: 'Can roll back to {version}',
    channel: 'Channel {channel}',
    noSummary: 'No version description',
    trialCode: 'Trial code',
    trialCodeOf: {
      latest: 'Trial code of the test version',
      audit: 'Trial code of the review version',
      current: 'Trial code of the online version'
    },
    grayShares: 'Share of the gray release on each host',
    hostResults: 'Review result on each host',
    passed: 'Approved',
    failed: 'Rejected',
    picture: 'Screenshot',
    pictureOf: 'Reviewer’s screenshot from {host}',
    pictureFailed: 'Screenshot not read, read again',
    enlarge: 'Click to enlarge'
  },
  timeline: {
    title: 'History',
    empty: 'Nothing yet',
    emptyText: 'Uploads, submissions, releases and the review results of the platform appear here, newest first.',
    earlier: 'Earlier entries',
    seen: 'Seen when reading the platform',
    doneHere: 'Done in this program',
    platform: 'The platform',
    thisComputer: 'This computer',
    hosts: 'Hosts: {hosts}',
    approvedHosts: 'Approved on: {hosts}',
    noReason: 'No reason given',
    logId: 'log_id',
    operation: 'Operation',
    refused: '{operation}: failed',
    notCarriedOut: '{operation}: not carried out',
    uploaded: 'Code uploaded',
    submitted: 'Submitted for review',
    approved: 'Approved',
    rejected: 'Rejected',
    withdrawn: 'Review withdrawn',
    released: 'Released',
    rolledBack: 'Rolled back',
    takenDown: 'Taken down by the platform'
  },
  confirm: {
    becomes: 'becomes',
    hosts: 'Hosts: {hosts}',
    hostsLost: 'Some users lose the mini program',
    withdraw: {
      title: 'Withdraw from review: {merchant}',
      from: 'In review',
      to: 'Withdrawn',
      again: '{version} is no longer reviewed; to go online it has to be submitted and queue again.',
      onlineStays: 'The online version is not affected.',
      button: 'Withdraw {version}'
    },
    release: {
      title: 'Release: {merchant}',
      nothingOnline: 'No online version',
      everybody: 'It takes effect for all users.',
      lost: '{hosts}: there is an online version now, and the new version was not approved there. After the release, users there can no longer open the mini program.',
      button: 'Release {version}'
    },
    rollback: {
      title: 'Roll back: {merchant}',
      effect: 'It takes effect after about {from} to {to} minutes.',
      once: 'Each release can be rolled back once only; after that there is no further step back.',
      button: 'Roll back to {version}'
    }
  },
  submit: {
    title: 'Submit for review: {merchant}',
    titleAgain: 'Submit again: {merchant}',
    lastReasons: 'Why it was rejected last time',
    hosts: 'Hosts to submit to',
    hostsLost: 'Users of {hosts} will lose this mini program',
    hostsLostText:
      'These hosts have an online version now and are not part of this submission. Once the new version is released, their users can no longer open the mini program.',
    hostsUnread: 'The hosts to choose from have not been read yet',
    noHost: 'Choose at least one host',
    note: 'Note to the reviewer',
    noteHint: 'If it needs a login, give a test account and its password',
    first: 'Submit {version}',
    firstTo: 'Submit {version} to {hosts}',
    again: 'Submit {version} again',
    againTo: 'Submit {version} again to {hosts}',
    firstStill: 'Submit {version} anyway',
    firstStillTo: 'Submit {version} anyway to {hosts}',
    againStill: 'Submit {version} again anyway',
    againStillTo: 'Submit {version} again anyway to {hosts}'
  },
  upload: {
    title: 'Upload code to {merchant}',
    button: 'Upload {version} to {merchant}',
    version: 'Version number',
    description: 'Version description',
    noTemplate: 'Choose a template first',
    noVersion: 'Enter a version number',
    noDescription: 'Enter a version description',
    extJsonLine: 'ext.json line {line}: {message}',
    format: 'Format',
    fine: 'Can be uploaded',
    filling: 'Filling in the default ext.json of the template',
    takeDefault: 'Template default',
    takeLast: 'Last used',
    takeMinimal: 'Minimal',
    defaultFails: 'The default can not be filled in: {problems}',
    noSuchMerchant: 'there is no such merchant',
    reasonAndNext: '{reason}. {next}'
  },
  templates: {
    library: 'Template library',
    search: 'Search templates',
    reread: 'Read the template library again',
    list: 'Templates',
    lastUsed: 'Last used',
    id: 'Template {id}',
    empty: 'The template library is empty',
    emptyText: 'Add a draft to the template library on the open platform, then read again.',
    noMatch: 'No template matches “{query}”',
    drafts: 'Drafts that are not templates yet ({n})',
    draftsText: 'A draft can be uploaded to merchants once it is added to the template library.'
  },
  authorization: {
    title: 'Authorisation and tokens',
    rescue: 'Recover authorisation',
    rescued: '{merchant}: authorisation recovered, the tokens are new',
    sendLink: 'Send a new link',
    switchAccount: 'Switch to the account “{name}” at the top first',
    accountNotOpen: 'The account of this merchant is not open',
    state: 'State',
    authorizedAt: 'Authorised',
    issuedAt: 'Tokens issued',
    accessLeft: 'Access token left',
    refreshLeft: 'Refresh token left',
    expires: 'Expires: {time}',
    meaning: '{meaning}.',
    trouble: 'The last reading failed: {trouble}',
    permissions: 'Permission sets',
    noPermissions: 'No permission sets read yet. They appear here once the merchant is refreshed.',
    missingTitle: '{n} needed permission set is missing | {n} needed permission sets are missing',
    missingText:
      'The merchant can tick more on the authorisation page. Permissions can only be added; taking one back means ending the authorisation and granting it anew.',
    missing: 'Missing',
    granted: 'Granted',
    without: 'Does not work without it: {functions}',
    history: 'Authorisation history',
    noHistory:
      'Nothing yet. Authorisation, its loss, changed permission sets and recoveries appear here, newest first.',
    added: 'Added: {names}',
    removed: 'Removed: {names}',
    changes: {
      authorized: 'Authorised by the merchant',
      lost: 'Authorisation lost',
      permissions: 'Permission sets changed',
      rescued: 'Authorisation recovered',
      imported: 'Imported from the authorisation list'
    },
    noticed: {
      event: 'Pushed by the platform',
      paste: 'Authorisation code pasted',
      list: 'Authorisation list read',
      call: 'Noticed during a call',
      operator: 'Operator'
    },
    noticedBy: '{how} · {actor}'
  }
} satisfies Translated<typeof zh>
