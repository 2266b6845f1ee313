export default {
  title: '商家授权',
  toAccount: '去账号页',
  trouble: {
    secrets: '没有读到这个账号的密钥',
    secretsText: '没有密钥就不能向平台取授权链接或令牌。请到账号页打开钥匙串，或重新填写密钥。',
    noTicket: '还没有收到 component_ticket',
    noTicketText: '平台每 10 分钟推送一次，收到之前不能取授权链接或令牌。请到账号页检查接收方式，或粘贴一个。',
    oldTicket: 'component_ticket 已过期',
    oldTicketText: '超过 3 小时没有收到新的，平台可能会拒绝接下来的请求。请到账号页检查接收方式，或粘贴一个。'
  },
  accept: {
    title: '已经授权但没有出现？',
    label: '授权后的地址或授权码',
    placeholder: '商家授权后浏览器跳到的地址，或其中的 authorization_code',
    empty: '请先粘贴地址或授权码',
    isNew: '新商家已授权：{name}',
    isKnown: '已更新授权：{name}',
    missing: '缺少 {names}，请商家在授权页补充勾选。',
    send: '接收授权'
  },
  import: {
    help: '从平台读取全部已授权的商家。已有的不会重复，新出现的会加进商家列表。',
    all: '导入全部已授权商家',
    label: '导入商家',
    running: '正在读取，完成后可以再次导入',
    readingList: '正在读取授权列表',
    progress: '{done} / {n} 个商家',
    progressFailed: '{done} / {n} 个商家，{failed} 个失败',
    nothingNew: '导入完成：没有新的商家',
    done: '导入完成：{done} / {n} 个商家',
    doneFailed: '导入完成：{done} / {n} 个商家，{failed} 个失败'
  },
  icon: {
    label: '图标',
    preview: '图标预览',
    pick: '选择图片，或拖到这里',
    advice: '建议 200×200 像素，其他大小平台可能会裁切或拒绝。',
    rule: 'png 或 jpeg，不超过 {size}，建议 200×200 像素。可以不传。',
    remove: '移除',
    notAPicture: '这个文件不是能打开的图片',
    wrongType: '图标要是 png 或 jpeg 图片',
    isEmpty: '这个文件是空的',
    tooLarge: '图片 {size}，超过平台的 {limit}',
    notRead: '文件没有读出来，请再选一次'
  },
  link: {
    authorize: '授权已有小程序',
    create: '代创建并授权',
    waiting: '等待授权',
    used: '已授权',
    expired: '已过期',
    leftHours: '还有 {hours} 小时 {minutes} 分',
    leftMinutes: '还有 {minutes} 分 {seconds} 秒',
    untitled: '授权链接',
    message:
      '您好，请用抖音扫码或打开链接，授权「{account}」代管您的小程序。\n授权时请勾选：{permissions}。\n链接 24 小时内有效，只能用一次：{url}',
    createMessage:
      '您好，请用抖音扫码或打开链接，创建小程序「{app}」并授权「{account}」代管。\n授权时请勾选：{permissions}。\n链接 24 小时内有效，只能用一次：{url}'
  },
  plate: {
    copied: '已复制',
    copyFailed: '没有复制成功',
    fileName: '授权',
    code: '{title}的授权二维码',
    again: '再生成一个',
    usedBy: '已授权：{name}',
    practice: '演练：在这台电脑的浏览器里打开这个链接，就能扮演商家授权。',
    copyMessage: '复制消息',
    copyLink: '复制链接',
    save: '保存二维码',
    address: '授权链接'
  },
  form: {
    title: '新链接',
    kind: '用来',
    readingLeft: '正在读取今天的用量',
    left: '今天还可以建 {n} 个',
    appName: '新小程序的名称',
    appNameHelp: '名称会为这个链接保留 24 小时。',
    note: '备注',
    notePlaceholder: '发给谁，只在这里显示',
    make: '生成授权链接',
    noneLeft: '今天的 {n} 个已经用完，请明天再建',
    nameMissing: '请填写新小程序的名称'
  },
  guide: {
    title: '商家会看到什么',
    text: '商家用小程序管理员的账号打开链接，选择小程序，勾选权限集，再确认授权。请提醒商家勾选标为「需要」的权限集；以后可以补充勾选，收回则要解除授权后重新授权。',
    needed: '需要',
    optional: '可不勾',
    usedFor: '用于：{functions}'
  },
  recent: {
    title: '最近的链接',
    none: '还没有生成过链接。生成后可以在这里再看它的二维码和状态。',
    reading: '正在读取链接'
  },
  keeper: {
    appId: 'AppID',
    title: '令牌管家',
    list: '令牌列表',
    search: '搜索商家',
    searchPlaceholder: '名称、AppID',
    filter: '按状态筛选',
    reading: '正在读取令牌',
    nothingFound: '没有符合的商家',
    nothingFoundText: '换一个搜索词，或减少筛选条件。',
    clear: '清除筛选',
    nobody: '还没有商家授权',
    nobodyText: '商家授权给这个第三方小程序应用后，它的令牌会由程序保管和续期，并出现在这里。',
    toAuthorization: '去商家授权',
    merchant: '商家',
    state: '状态',
    authorizedAt: '授权于',
    issuedAt: '令牌签发',
    left: '刷新令牌剩余',
    trouble: '问题',
    actions: '操作',
    expiresAt: '到期：{time}',
    rescue: '找回',
    rescueOf: '找回 {name} 的授权',
    sendLink: '发新链接',
    rescued: '{name}：授权已找回，令牌是新的'
  },
  rescueAll: {
    none: '没有失效的令牌',
    start: '全部找回',
    startCount: '全部找回（{n} 个令牌失效）',
    stop: '停止',
    stopping: '正在停止',
    stoppingHint: '这一个完成后停止',
    running: '正在找回 {done} / {total}',
    runningFailed: '正在找回 {done} / {total}，{failed} 个失败',
    finished: '完成：找回 {n} 个',
    finishedFailed: '完成：找回 {n} 个，{failed} 个失败',
    stopped: '已停止：找回 {n} 个，还有 {left} 个没有找回',
    stoppedFailed: '已停止：找回 {n} 个，{failed} 个失败，还有 {left} 个没有找回'
  },
  danger: {
    lost: '授权失效',
    lostMeaning: '平台说商家没有授权给这个应用，要请商家重新授权',
    ended: '令牌失效',
    endedMeaning: '刷新令牌到期或已用掉，可以找回',
    soon: '即将到期',
    soonMeaning: '刷新令牌在 7 天内到期，程序会自动续期',
    untried: '未取令牌',
    untriedMeaning: '还没有取过令牌，第一次用到时会取',
    none: '正常',
    noneMeaning: '令牌有效，程序会自动续期'
  },
  life: {
    over: '已到期',
    underAnHour: '不到 1 小时',
    hours: '{n} 小时',
    days: '{n} 天'
  }
} as const
