import type zh from '../zh/authorization'
import type { Translated } from '../translated'

export default {
  title: 'Authorisation',
  toAccount: 'Open account',
  trouble: {
    secrets: 'The secrets of this account could not be read',
    secretsText:
      'Without them the platform gives neither authorisation links nor tokens. Open the keychain on the account page, or enter the secrets again.',
    noTicket: 'No component_ticket has arrived yet',
    noTicketText:
      'The platform pushes one every 10 minutes; until then there are neither authorisation links nor tokens. Check on the account page how it is received, or paste one.',
    oldTicket: 'The component_ticket has expired',
    oldTicketText:
      'None has arrived for more than 3 hours; the platform may refuse the next calls. Check on the account page how it is received, or paste one.'
  },
  accept: {
    title: 'Authorised but not in the list?',
    label: 'Address after authorising, or the code',
    placeholder: 'The address the merchant’s browser was led to, or the authorization_code in it',
    empty: 'Paste the address or the code first',
    isNew: 'New merchant authorised: {name}',
    isKnown: 'Authorisation renewed: {name}',
    missing: '{names} missing: ask the merchant to tick more on the authorisation page.',
    send: 'Take authorisation'
  },
  import: {
    help: 'Reads all authorised merchants from the platform. Known ones stay as they are, new ones are added to the list.',
    all: 'Import all authorised merchants',
    label: 'Importing merchants',
    running: 'Being read; can be imported again afterwards',
    readingList: 'Reading the list of authorisations',
    progress: '{done} / {n} merchant | {done} / {n} merchants',
    progressFailed: '{done} / {n} merchant, {failed} failed | {done} / {n} merchants, {failed} failed',
    nothingNew: 'Imported: no new merchants',
    done: 'Imported: {done} / {n} merchant | Imported: {done} / {n} merchants',
    doneFailed: 'Imported: {done} / {n} merchant, {failed} failed | Imported: {done} / {n} merchants, {failed} failed'
  },
  icon: {
    label: 'Icon',
    preview: 'Preview of the icon',
    pick: 'Choose a picture, or drop it here',
    advice: '200×200 pixels are advised; other sizes may be cut or refused by the platform.',
    rule: 'png or jpeg, {size} at most, 200×200 pixels advised. Optional.',
    remove: 'Remove',
    notAPicture: 'This file is no picture that can be opened',
    wrongType: 'An icon is a png or jpeg picture',
    isEmpty: 'This file is empty',
    tooLarge: 'The picture has {size}, more than the platform’s {limit}',
    notRead: 'The file could not be read; choose it again'
  },
  link: {
    authorize: 'Existing mini program',
    create: 'Create and authorise',
    waiting: 'Waiting',
    used: 'Authorised',
    expired: 'Expired',
    leftHours: '{hours} h {minutes} min left',
    leftMinutes: '{minutes} min {seconds} s left',
    untitled: 'Authorisation link',
    message:
      'Hello, please scan the code with Douyin or open the link to let “{account}” manage your mini program.\nPlease tick: {permissions}.\nThe link works once within 24 hours: {url}',
    createMessage:
      'Hello, please scan the code with Douyin or open the link to create the mini program “{app}” and let “{account}” manage it.\nPlease tick: {permissions}.\nThe link works once within 24 hours: {url}'
  },
  plate: {
    copied: 'Copied',
    copyFailed: 'Not copied',
    fileName: 'Authorisation',
    code: 'QR code to authorise: {title}',
    again: 'Make another',
    usedBy: 'Authorised: {name}',
    practice: 'Practice: open this link in a browser on this computer to play the merchant.',
    copyMessage: 'Copy message',
    copyLink: 'Copy link',
    save: 'Save QR code',
    address: 'Authorisation link'
  },
  form: {
    title: 'New link',
    kind: 'Purpose',
    readingLeft: 'Reading what was used today',
    left: '{n} more can be created today',
    appName: 'Name of the new mini program',
    appNameHelp: 'The name is kept for this link for 24 hours.',
    note: 'Note',
    notePlaceholder: 'Whom it is for; shown here only',
    make: 'Make authorisation link',
    noneLeft: 'All {n} of today are used; create more tomorrow',
    nameMissing: 'Enter the name of the new mini program'
  },
  guide: {
    title: 'What the merchant sees',
    text: 'The merchant opens the link as an administrator of the mini program, chooses it, ticks permission sets and confirms. Remind them to tick those marked “Needed”; more can be ticked later, but taking one back means ending the authorisation and granting it anew.',
    needed: 'Needed',
    optional: 'Optional',
    usedFor: 'For: {functions}'
  },
  recent: {
    title: 'Recent links',
    none: 'No link was made yet. Once made, its QR code and state are shown here.',
    reading: 'Reading links'
  },
  keeper: {
    appId: 'AppID',
    title: 'Token keeper',
    list: 'Tokens',
    search: 'Search merchants',
    searchPlaceholder: 'Name, AppID',
    filter: 'Filter by state',
    reading: 'Reading tokens',
    nothingFound: 'No merchant fits',
    nothingFoundText: 'Search for something else, or use fewer filters.',
    clear: 'Clear filters',
    nobody: 'No merchant has authorised yet',
    nobodyText:
      'Once a merchant authorises this application, its token is kept and renewed by the program and shown here.',
    toAuthorization: 'Go to authorisation',
    merchant: 'Merchant',
    state: 'State',
    authorizedAt: 'Authorised',
    issuedAt: 'Issued',
    left: 'Refresh left',
    trouble: 'Problem',
    actions: 'Actions',
    expiresAt: 'Ends: {time}',
    rescue: 'Rescue',
    rescueOf: 'Rescue the authorisation of {name}',
    sendLink: 'New link',
    rescued: '{name}: authorisation rescued, the token is new'
  },
  rescueAll: {
    none: 'No token is lost',
    start: 'Rescue all',
    startCount: 'Rescue all ({n} lost token) | Rescue all ({n} lost tokens)',
    stop: 'Stop',
    stopping: 'Stopping',
    stoppingHint: 'Stops after this one',
    running: 'Rescuing {done} / {total}',
    runningFailed: 'Rescuing {done} / {total}, {failed} failed',
    finished: 'Done: {n} rescued',
    finishedFailed: 'Done: {n} rescued, {failed} failed',
    stopped: 'Stopped: {n} rescued, {left} to go',
    stoppedFailed: 'Stopped: {n} rescued, {failed} failed, {left} to go'
  },
  danger: {
    lost: 'Unauthorised',
    lostMeaning: 'The platform says that the merchant does not authorise this application: ask for it anew',
    ended: 'Token lost',
    endedMeaning: 'The refresh token has ended or was used up; it can be rescued',
    soon: 'Ending soon',
    soonMeaning: 'The refresh token ends within 7 days; it is renewed by itself',
    untried: 'Not fetched',
    untriedMeaning: 'No token was fetched yet; it is when it is first needed',
    none: 'Fine',
    noneMeaning: 'The token is valid and is renewed by itself'
  },
  life: {
    over: 'ended',
    underAnHour: 'under 1 hour',
    hours: '{n} hour | {n} hours',
    days: '{n} day | {n} days'
  }
} satisfies Translated<typeof zh>
