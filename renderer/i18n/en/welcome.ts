import type zh from '../zh/welcome'
import type { Translated } from '../translated'

/** The platform's console is in Chinese only: its words stand in brackets where one has to find them there. */
export default {
  product: 'Merchant Desk',
  start: {
    title: 'Run the Douyin mini programs of hundreds of merchants from one computer',
    what: 'Merchant Desk brings the same mini program to every merchant of an agency: upload, submit for review and release, one at a time or many together.',
    where: 'It talks to the Douyin open platform directly; merchant data and secrets stay on this computer.',
    safe: 'Try anything in the practice environment first: a simulated platform with more than thirty merchants, where nothing affects a real one.',
    doors: 'Where to begin',
    practise: 'Practise first',
    practiseText: 'Opens at once, without an account. Reviews end in seconds; a whole release takes minutes.',
    connect: 'Connect my platform',
    connectText: 'Takes the secrets of a third-party application. Step by step; leave and come back at any time.',
    noPractice: 'This start was given another platform, so the practice environment is not open',
    noPracticeReading: 'The data file can not be written to, so the practice environment was not opened',
    language: 'Language',
    chinese: '中文',
    english: 'English'
  },
  settings: {
    title: 'Start',
    page: 'Start page',
    pageHelp: 'The introduction, and the ways to practise and to connect.',
    again: 'Show start page',
    tasks: 'First tasks',
    tasksHelp: 'Shown at the top of “Today”; folds away by itself when all are done.',
    show: 'Show first tasks'
  },
  tasks: {
    title: 'First tasks',
    count: '{done} / {n} done',
    hide: 'Put the list away',
    hideHint: 'It can be brought back in the settings',
    done: 'Done',
    next: 'Next',
    todo: 'To do',
    look: 'Look at a merchant',
    lookHint: 'Open “{merchant}”: its versions, profile and journal are there',
    upload: 'Upload a version',
    uploadHint: 'On the versions page of “{merchant}”, upload the code of a template',
    trialCode: 'Open a trial code',
    trialCodeHint: 'On the versions page of “{merchant}”, open the trial code and scan it with a phone',
    submit: 'Submit for review',
    submitHint: 'Submit the test version of “{merchant}”; practice reviews end soon',
    release: 'Release it',
    releaseHint: 'Release the version of “{merchant}” once it is approved',
    rollout: 'Make a rollout',
    rolloutHint: 'Choose some merchants; upload, submit and release for all of them',
    connect: 'Connect your platform',
    connectHint: 'Enter the secrets of your application and import its merchants',
    aMerchant: 'any merchant'
  },
  connect: {
    title: 'Connect my platform',
    steps: 'Steps',
    state: {
      done: 'Done',
      current: 'This step',
      ahead: 'Ahead'
    },
    back: 'Back',
    next: 'Next',
    leave: 'Later',
    leaveHint: 'What was entered stays (except secrets); you come back at this step',
    lostSecrets: 'Secrets were not kept while you were away; enter them again from this step on.',
    step: {
      needs: 'Prepare',
      application: 'Application',
      messages: 'Message keys',
      ticket: 'Ticket',
      test: 'Check',
      merchants: 'Merchants'
    }
  },
  needs: {
    title: 'Have these ready',
    text: 'All of them are in the agency console of the Douyin open platform, which is in Chinese. With the console at hand it takes minutes.',
    application: 'A third-party application',
    applicationText:
      'Created by you as an agency; merchants authorise their mini programs to it. One account is one application.',
    applicationWhere: 'Agency console (服务商平台) → third-party mini programs (三方小程序)',
    secret: 'AppID and AppSecret',
    secretText: 'The AppID begins with tt. A reset ends the old AppSecret: agree on it first if other systems use it.',
    secretWhere: '服务商平台 → 三方小程序 → 开发 → 开发配置 → 密钥管理',
    messages: 'Message token and message key',
    messagesText: 'The platform signs and encrypts its messages with them. The key has 43 characters.',
    messagesWhere: '消息验证 TOKEN and 消息加密解密 KEY, in the console beside the two receiving URLs',
    way: 'A way to receive tickets',
    wayText:
      'The platform pushes to HTTPS addresses only. There is a way with a tunnel, with a server, and with neither.',
    wayWhere: 'Chosen in step 4',
    allowList: 'IP allow list (only if you have set one)',
    allowListText: 'It must contain the outgoing IP of this computer; an empty allow list (IP 白名单) means no limit.',
    allowListWhere: 'Checked in step 5',
    begin: 'I have them: begin'
  },
  application: {
    title: 'Which application is it',
    text: 'Copy both from key management (密钥管理) in the console: 服务商平台 → 三方小程序 → 开发 → 开发配置.'
  },
  messages: {
    title: 'Keys of the messages',
    text: 'Exactly as in the console (消息验证 TOKEN, 消息加密解密 KEY): only then tickets and events that the platform pushes can be read.',
    toKeychain: 'Secrets go into the system keychain and are never shown again.',
    toMemory: 'Secrets stay in memory only this time and are never shown again.'
  },
  ticket: {
    title: 'How tickets reach this computer',
    text: 'The platform pushes a component_ticket every 10 minutes, valid for 3 hours; without it the platform can not be called. Pushes go to HTTPS addresses only, so choose a way.',
    receiver:
      'After saving, the receiving address of this computer is shown here. Lead the HTTPS address of your tunnel or reverse proxy to it, and enter that HTTPS address in the console for authorisation events (授权事件接收 URL) and for messages and events (消息与事件接收 URL).',
    relay:
      'Run the relay that comes with the program on a server and enter its address for both receiving URLs. Messages wait there while the program is closed.',
    paste:
      'Copy the newest component_ticket from the system that receives the pushes now, and paste it after saving. Another one is needed within 3 hours.',
    save: 'Save and continue',
    saveAndListen: 'Save and open the receiver',
    savedTitle: '“{name}” is saved',
    savedText:
      'It goes on once the first ticket is here; the platform pushes every 10 minutes, so you can leave meanwhile.',
    arrived: 'The ticket has arrived: check now.',
    check: 'Check',
    checkNow: 'See what is missing'
  },
  test: {
    title: 'Check everything once',
    text: 'Each item makes a real attempt; what fails says what to do. Check again afterwards.',
    again: 'Check again',
    next: 'Find merchants',
    nextAnyway: 'Find merchants anyway',
    anyway: 'Some items failed; finding merchants may fail too'
  },
  merchants: {
    title: 'Bring in the merchants',
    text: 'Merchants that authorised this application already can be imported; new ones get an authorisation link, as a link or a QR code.',
    unpublished:
      'Until the application is published (全网发布), only mini programs on the test list of the console (授权测试小程序) can authorise it.',
    importTitle: 'Import authorised merchants',
    acceptTitle: 'A merchant has authorised but does not appear',
    none: 'No merchants yet.',
    found: '{n} merchant: {names} | {n} merchants: {names}',
    foundMore: '{n} merchants: {names} and more',
    finish: 'Open the merchants',
    finishEmpty: 'Open the merchants anyway'
  }
} satisfies Translated<typeof zh>
