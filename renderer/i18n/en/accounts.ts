import type zh from '../zh/accounts'
import type { Translated } from '../translated'

/** The platform's console is in Chinese only: its words stand in brackets where one has to find them there. */
export default {
  list: {
    title: 'Accounts',
    add: 'Add account',
    reading: 'Reading accounts',
    noneTitle: 'No real account yet',
    noneText:
      'An account is a third-party application on the open platform; real merchants can be managed once it is added. In the agency console go to third-party mini programs (三方小程序) → development (开发) → settings (开发配置), copy AppID and AppSecret from key management (密钥管理), and have the message token and the message key ready. Without them, everything can be tried in the practice environment.',
    current: 'Current',
    source: 'Tickets: {source}',
    guide: 'Guided connection',
    welcome: 'Show start page'
  },
  page: {
    goneTitle: 'There is no such account',
    goneText: 'It may have been removed.',
    back: 'Back to accounts'
  },
  head: {
    diagnose: 'Connection doctor',
    switch: 'Switch to this account',
    isCurrent: 'This account is in use already',
    edit: 'Edit',
    remove: 'Remove…'
  },
  ticket: {
    title: 'Ticket',
    titleText:
      'component_ticket: the platform pushes one every 10 minutes, valid for 3 hours. Without it the platform can not be called.',
    now: 'Present ticket',
    none: 'No ticket',
    noneHint: 'No component_ticket has arrived yet, so the platform can not be called',
    over: 'Ticket expired',
    overHint: 'The component_ticket has expired and gets no new access tokens',
    origin: 'Received {time}, from: {source}',
    unknownOrigin: 'Received {time}, from an unknown source',
    age: 'Ticket: {age}',
    left: 'component_ticket serves for {left}',
    late: 'The platform pushes one every {minutes} minutes; none has come for {late}. The present one serves for {left}',
    serves: 'Serves for {left}',
    expired: 'Expired',
    from: 'From: {source}',
    advice: '{state}. {advice}',
    adviceReceiver:
      'Check whether the tunnel or reverse proxy still works and whether the authorisation event URL in the console leads to it; or run the connection doctor, or paste a ticket for now.',
    adviceRelay:
      'Check whether the relay is running and whether the authorisation event URL in the console leads to it; or run the connection doctor, or paste a ticket for now.',
    advicePaste: 'Copy the newest component_ticket from where the pushes arrive and paste it below.'
  },
  paste: {
    label: 'Paste ticket',
    fallback: 'Paste ticket (for now)',
    help: 'Paste the component_ticket itself or a whole message that the platform pushed, encrypted or not.',
    field: 'Ticket or pushed message',
    nothing: 'Paste a ticket first',
    taken: 'Accepted'
  },
  source: {
    label: 'Source: {source}',
    address: 'Receiving address',
    explanation:
      'Both URLs in the console, for authorisation events (授权事件接收 URL) and for messages and events (消息与事件接收 URL), must reach this address through your tunnel or reverse proxy, with the path unchanged. It contains random characters: keep it private.',
    accepted: '{n} accepted',
    noneAccepted: 'None since the start',
    refused: 'Refused: {reasons}',
    connected: 'Connected',
    dropped:
      'The relay dropped {n} old message that nobody fetched. | The relay dropped {n} old messages that nobody fetched.',
    waiting:
      'No address is listened on; you paste the tickets. Events that the platform pushes do not reach this computer.',
    off: 'Not open.'
  },
  refusals: {
    counted: '{reason}: {n}',
    separator: ', ',
    malformed: 'malformed',
    signature: 'wrong signature (the message token may be wrong)',
    stale: 'too old (the clock of this computer may be wrong)',
    key: 'not decrypted (the message key may be wrong)',
    recipient: 'for another application',
    protocol: 'not a complete HTTP request',
    connections: 'too many connections',
    rate: 'too many requests',
    path: 'wrong path',
    method: 'not a POST request',
    mediaType: 'wrong content type',
    tooLarge: 'too large',
    brokenOff: 'broken off',
    noKeys: 'no secrets on this computer'
  },
  connection: {
    untried: 'Not connected yet',
    untriedHint: 'The open platform has not been called since the start',
    working: 'Platform works',
    workingHint: 'Last successful call: {time}',
    failing: 'Platform not reached',
    failingSince: 'Since {time}'
  },
  sharing: {
    title: 'Sharing',
    titleText: 'Several computers can use the same application, but only one may renew its tokens.',
    alone: 'This computer only',
    aloneHint: 'No relay is used; this computer alone renews the tokens',
    aloneText:
      'Where two computers use the same application without a relay, the access token that one obtains ends the other’s early, and merchant tokens that one has refreshed no longer work on the other: both fail in turn until one is left. To use several computers, run the relay on a server and choose “Relay” on each of them.',
    rivals: 'Used elsewhere too',
    rivalsHint:
      'A token failed {n} time before its end, last {time}: another computer or program may be using the same application | Tokens failed {n} times before their end, last {time}: another computer or program may be using the same application',
    rivalsNext:
      'Find the computer or program that also uses this application and close one of them, or use the relay on both.',
    writer: 'In charge',
    writerHint: 'This computer receives the messages and renews the tokens; others share them through the relay',
    writerText: 'When this computer is closed or offline, another takes over within minutes; nothing has to be done.',
    reader: 'Shared',
    readerHint:
      '“{name}” receives the messages and renews the tokens; this computer shares them through the relay and takes over when that one closes',
    readerOfUnknownHint:
      'Another computer receives the messages and renews the tokens; this one shares them through the relay and takes over when that one closes',
    readerText:
      'Work goes on as usual here; this computer receives no messages and renews no tokens, it uses those that the other leaves on the relay.',
    cutOff: 'Cut off from the relay',
    cutOffText:
      'Meanwhile no tokens are renewed, so that the computers do not end each other’s; the present tokens serve until they expire. It goes on by itself when the relay is back.'
  },
  secrets: {
    keychain: 'In the system keychain',
    keychainHint: 'Kept by the operating system and there again after a restart',
    memory: 'In memory only',
    memoryHint: 'Gone when the program closes; to be entered again at the next start',
    environment: 'From the environment',
    environmentHint: 'Given at the start of the program; can not be changed here',
    missing: 'Not on this computer',
    missingHint: 'No secrets were read from the keychain: unlock it if it is locked, otherwise enter them again',
    missingTrouble: 'The secrets are not on this computer; enter them again'
  },
  credentials: {
    title: 'Credentials',
    titleText: 'The platform’s answers and its pushed messages prove whether each one is right.',
    right: 'Right',
    wrong: 'Wrong',
    untested: 'Not proved yet',
    kept: 'Secrets kept',
    check: 'Check now',
    noSecrets: 'No secrets were read: unlock the keychain, or enter them again under “Edit”',
    noTicket: 'No ticket yet: the platform can be asked once the first ticket is there'
  },
  overview: {
    title: 'Settings',
    changeable: 'Secrets can be replaced but are never shown.',
    ofPractice: 'The program manages the settings of the practice environment.',
    ofEnvironment: 'Given by environment variables at the start of the program; can not be changed here.',
    anyPort: 'Any',
    noProxy: 'Not used',
    noRedirect: 'Not given',
    edit: 'Edit settings and secrets'
  },
  remove: {
    title: 'Remove account: {name}',
    text: 'The secrets and all tokens of {appId} are deleted from this computer. The application on the platform, its merchants and their authorisations are not affected; to add it again, the secrets must be entered again.',
    data: 'Data on this computer',
    keep: 'Keep the data on this computer',
    keepText:
      'Merchants, tags, events and the activity journal stay on this computer; they come back when the same AppID is added again.',
    delete: 'Delete the data on this computer too',
    deleteText:
      'Merchants, tags, events and the activity journal are deleted from this computer and can not be restored.',
    unconfirmed: 'Enter the account name “{name}” to confirm',
    typeName: 'Enter the account name “{name}”',
    cancel: 'Cancel',
    confirm: 'Remove account',
    confirmWithData: 'Remove account and data'
  },
  form: {
    add: 'Add account',
    edit: 'Edit account: {name}',
    save: 'Save',
    cancel: 'Cancel',
    unchanged: 'Nothing was changed',
    problemOf: '{field}: {problem}',
    fillIn: 'Fill in: {field}',
    keepEmpty: 'Empty: stays as it is',
    namePlaceholder: 'For example: local services',
    nameHelp: 'Only shown in this program',
    secrets: 'Secrets of the application',
    whereToKeychain:
      'Agency console → third-party mini programs (三方小程序) → development (开发) → settings (开发配置). They go into the system keychain and are never shown again.',
    whereToMemory:
      'Agency console → third-party mini programs (三方小程序) → development (开发) → settings (开发配置). This time they stay in memory only and are never shown again.',
    keyManagementHelp: 'Under key management (密钥管理)',
    messageTokenHelp: 'Exactly as in the console (消息验证 TOKEN)',
    messageKeyHelp: '消息加密解密 KEY: {count} / {length} characters',
    show: 'Show',
    hide: 'Hide',
    showField: 'Show {field}',
    advanced: 'Advanced settings',
    baseUrlHelp: 'Usually left as it is; for proxies and test servers',
    proxyHelp: 'Empty: the platform is called directly',
    redirectHelp:
      'Where the browser goes after a merchant has authorised; below the authorisation domain in the console',
    receiverPortHelp:
      'The tunnel or reverse proxy must lead to this port on 127.0.0.1; each account needs a port of its own',
    relayUrlHelp: 'How to set one up: docs/relay.md, which comes with the program',
    relaySecretHelp: 'The same as secret in the configuration of the relay'
  },
  fields: {
    name: 'Name',
    colour: 'Colour',
    componentAppId: 'AppID',
    secret: 'AppSecret',
    messageToken: 'Message token',
    messageKey: 'Message key',
    ticketSource: 'How tickets arrive',
    receiverPort: 'Receiving port',
    relayUrl: 'Relay address',
    relaySecret: 'Shared secret',
    openUrl: 'Open platform address (V2)',
    microappUrl: 'Mini-program platform address (V1)',
    proxyUrl: 'Proxy',
    redirectUrl: 'Address after authorisation'
  },
  ways: {
    receiverText: 'With a tunnel or reverse proxy: the platform’s pushes reach this computer through it.',
    relayText:
      'With a server: no message is lost while the program is closed, and several computers can share the application.',
    pasteText: 'With neither: a ticket must be pasted by hand every 3 hours, and no events arrive.'
  },
  problems: {
    appId: 'An AppID begins with tt and has letters and digits only',
    port: 'The port must be a whole number from 1024 to 65535',
    url: 'The address must begin with https:// and have no user name or password; on this computer http:// is allowed',
    proxy: 'Its form is http://host:port, without user name and password',
    keyCharacters: 'Only letters, digits, + and / are allowed; copy it from the console again',
    keyLength: 'It must have exactly {length} characters; it has {count} now'
  },
  colours: {
    blue: 'Blue',
    teal: 'Teal',
    green: 'Green',
    orange: 'Orange',
    red: 'Red',
    rose: 'Rose',
    brown: 'Brown',
    grey: 'Grey',
    other: 'Another colour',
    taken: '{colour}: “{owner}” has it already',
    help: 'Shown below the top bar: tells at a glance which account it is'
  },
  duration: {
    none: 'less than 1 min',
    minutes: '{minutes} min',
    hours: '{hours} h',
    hoursAndMinutes: '{hours} h {minutes} min'
  }
} satisfies Translated<typeof zh>
