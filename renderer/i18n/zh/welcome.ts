export default {
  product: '代管台',
  start: {
    title: '在一台电脑上代管几百个商家的抖音小程序',
    what: '代管台帮服务商把同一套小程序装给每个商家：上传、提审、发布，一次做一个，也可以一批一起做。',
    where: '它直接连接抖音开放平台，商家资料和密钥只存在这台电脑上。',
    safe: '先在演练环境里随便试：里面是一个模拟的平台和三十多个商家，做什么都不会影响真实商家。',
    doors: '从哪里开始',
    practise: '先演练',
    practiseText: '马上打开，不用账号。审核几秒就有结果，几分钟能走完一次上线。',
    connect: '连接我的平台',
    connectText: '需要一个第三方小程序应用的密钥。一步一步来，可以随时离开再回来。',
    noPractice: '这次启动指定了别的平台，没有打开演练环境',
    noPracticeReading: '数据文件不能写入，没有打开演练环境',
    language: '语言',
    chinese: '中文',
    english: 'English'
  },
  settings: {
    title: '开始',
    page: '开始页',
    pageHelp: '介绍、演练和连接平台的入口。',
    again: '重看开始页',
    tasks: '入门清单',
    tasksHelp: '显示在「今日」上方；全部做完后自动收起。',
    show: '显示入门清单'
  },
  tasks: {
    title: '入门清单',
    count: '{done} / {n} 已完成',
    hide: '收起清单',
    hideHint: '收起后可以在「设置」里再打开',
    done: '已完成',
    next: '下一步',
    todo: '还没做',
    look: '看一个商家',
    lookHint: '打开「{merchant}」：版本、资料、记录都在里面',
    upload: '上传一个版本',
    uploadHint: '在「{merchant}」的版本页点「上传新版本」，选一个模板',
    trialCode: '看体验码',
    trialCodeHint: '在「{merchant}」的版本页打开体验码，用手机扫就能看到',
    submit: '提交审核',
    submitHint: '把「{merchant}」的测试版提交审核，演练环境里很快有结果',
    release: '发布上线',
    releaseHint: '「{merchant}」审核通过后，点「发布」',
    rollout: '批量发布一次',
    rolloutHint: '选几个商家，一起上传、提审、发布',
    connect: '连接自己的平台',
    connectHint: '填好应用的密钥，导入已授权的商家',
    aMerchant: '任一商家'
  },
  connect: {
    title: '连接我的平台',
    steps: '步骤',
    state: {
      done: '已完成',
      current: '现在这一步',
      ahead: '还没到'
    },
    back: '上一步',
    next: '下一步',
    leave: '以后再说',
    leaveHint: '填好的内容会留着（密钥除外），回来还在这一步',
    lostSecrets: '离开期间没有保留密钥，请从这一步重新填写。',
    step: {
      needs: '准备',
      application: '应用和密钥',
      messages: '消息密钥',
      ticket: '票据',
      test: '检查',
      merchants: '商家'
    }
  },
  needs: {
    title: '先准备好这些',
    text: '都在抖音开放平台的服务商控制台里。手边有控制台，几分钟就能填完。',
    application: '一个第三方小程序应用',
    applicationText: '以服务商身份创建的应用，商家把小程序授权给它。一个账号就是一个应用。',
    applicationWhere: '服务商平台 → 三方小程序',
    secret: 'AppID 和 AppSecret',
    secretText: 'AppID 以 tt 开头。AppSecret 重置后旧的就失效，别的系统也在用的话先商量好。',
    secretWhere: '服务商平台 → 三方小程序 → 开发 → 开发配置 → 密钥管理',
    messages: '消息验证 TOKEN 和消息加密解密 KEY',
    messagesText: '平台推送的消息用它们签名和加密。KEY 是 43 个字符。',
    messagesWhere: '控制台里和两个接收 URL 填在一起',
    way: '收票据的办法',
    wayText: '平台只向 HTTPS 地址推送。有隧道或反向代理、有一台服务器，或者都没有，都有办法。',
    wayWhere: '第 4 步里选',
    allowList: 'IP 白名单（设置过才需要）',
    allowListText: '如果控制台设了 IP 白名单，这台电脑的出口 IP 要在里面；白名单留空就不限制。',
    allowListWhere: '第 5 步会检查',
    begin: '都有了，开始'
  },
  application: {
    title: '这是哪个应用',
    text: '服务商平台 → 三方小程序 → 开发 → 开发配置，在「密钥管理」里复制。'
  },
  messages: {
    title: '消息的密钥',
    text: '和控制台里「消息验证 TOKEN」「消息加密解密 KEY」完全一样，平台推送的票据和事件才能解开。',
    toKeychain: '密钥存进系统钥匙串，不会再显示出来。',
    toMemory: '密钥这次只留在内存里，不会再显示出来。'
  },
  ticket: {
    title: '票据怎么到这台电脑',
    text: 'component_ticket 由平台每 10 分钟推送一次，3 小时有效；没有它就不能调用平台。推送只到 HTTPS 地址，所以要选一个办法。',
    receiver:
      '保存后这里会显示这台电脑的接收地址。把隧道或反向代理的 HTTPS 地址指向它，再把 HTTPS 地址填进控制台的「授权事件接收 URL」和「消息与事件接收 URL」。',
    relay: '在服务器上运行随程序的中继，两个接收 URL 填中继的地址。程序关着时消息留在中继上，打开后来取。',
    paste: '从现在收推送的系统里复制最新的 component_ticket，保存后粘贴进来。3 小时内要再粘贴一次。',
    save: '保存并继续',
    saveAndListen: '保存并打开接收',
    savedTitle: '「{name}」已保存',
    savedText: '第一个票据到了就能继续；平台每 10 分钟推送一次，可以先离开。',
    arrived: '票据已收到，可以检查了。',
    check: '去检查',
    checkNow: '先去检查看看缺什么'
  },
  test: {
    title: '从头到尾检查一遍',
    text: '每一项都试一次真实的调用；没过的写着要做什么，做完再检查。',
    again: '再检查一次',
    next: '去找商家',
    nextAnyway: '先不管，去找商家',
    anyway: '还有没过的项目，找商家可能会失败'
  },
  merchants: {
    title: '把商家找进来',
    text: '已经授权给这个应用的商家可以直接导入；新商家用授权链接，把链接或二维码发给他。',
    unpublished: '应用还没有全网发布时，只有控制台「授权测试小程序」名单里的小程序能授权给它。',
    importTitle: '导入已授权的商家',
    acceptTitle: '商家已经授权，但这里没出现',
    none: '还没有商家。',
    found: '已有 {n} 个商家：{names}',
    foundMore: '已有 {n} 个商家：{names} 等',
    finish: '打开商家列表',
    finishEmpty: '先打开商家列表'
  }
} as const
