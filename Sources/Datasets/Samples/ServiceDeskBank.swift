/// The sentences that the service desk's messages are put together from.
struct ServiceDeskBank {
  struct Topic {
    let name: String
    /// In proportion to the number of messages.
    let share: Double
    let subjects: [String]
    /// SUBJECT stands for one of the subjects.
    let sentences: [String]
  }

  let topics: [Topic]
  let greetings: [String]
  /// OTHER is mentioned in passing, CONCERN is what the message is about.
  let asides: [String]
  let vague: [String]
  let fillers: [String]
  let closings: [String]
  let gap: String
  let end: String
}

extension ServiceDeskBank {
  static let english = ServiceDeskBank(
    topics: [
      Topic(
        name: "billing", share: 0.26,
        subjects: ["the invoice", "my bill", "the last payment", "the monthly fee", "the direct debit"],
        sentences: [
          "SUBJECT is higher than agreed", "I was charged twice for SUBJECT",
          "SUBJECT shows a sum I cannot explain",
          "please send a copy of SUBJECT", "SUBJECT went off too early", "the refund is missing on SUBJECT",
          "SUBJECT has the wrong address", "a reminder came although SUBJECT is settled",
        ]),
      Topic(
        name: "connection-fault", share: 0.22,
        subjects: ["the internet", "the line", "the wireless network", "the router", "the telephone"],
        sentences: [
          "SUBJECT has been dead since yesterday", "SUBJECT drops every few minutes",
          "SUBJECT is far too slow",
          "SUBJECT does not work after the storm", "a red light shows and SUBJECT is gone",
          "SUBJECT fails in the evening", "I restarted everything and SUBJECT is still down",
        ]),
      Topic(
        name: "account-access", share: 0.18,
        subjects: ["my account", "the customer portal", "the app", "my password", "the login"],
        sentences: [
          "SUBJECT does not work any more", "I am locked out of SUBJECT",
          "the code for SUBJECT never arrives",
          "SUBJECT says unknown user", "please reset SUBJECT", "SUBJECT asks for an address I no longer have",
          "I forgot the name for SUBJECT",
        ]),
      Topic(
        name: "delivery", share: 0.15,
        subjects: ["the parcel", "the new router", "the telephone I ordered", "the sim card", "my order"],
        sentences: [
          "SUBJECT has not arrived", "SUBJECT went to the wrong address", "SUBJECT came damaged",
          "the tracking of SUBJECT has stood still for a week", "when will SUBJECT be sent",
          "SUBJECT was left with a neighbour nobody knows", "something is missing from SUBJECT",
        ]),
      Topic(
        name: "contract-change", share: 0.12,
        subjects: ["my contract", "the tariff", "the plan", "the second line", "the monthly fee"],
        sentences: [
          "I want to cancel SUBJECT", "I move house and take SUBJECT along",
          "please switch SUBJECT to a smaller one",
          "how long does SUBJECT still run", "SUBJECT shall go over to my daughter",
          "I would like a faster one instead of SUBJECT", "please confirm the end of SUBJECT",
        ]),
      Topic(
        name: "appointment", share: 0.07,
        subjects: ["the technician", "the appointment", "the visit", "the installation"],
        sentences: [
          "SUBJECT was planned for today and nobody came", "can SUBJECT be moved to next week",
          "please give me a date for SUBJECT", "nobody was at home for SUBJECT",
          "SUBJECT ended before it was done",
        ]),
    ],
    greetings: ["hello", "good morning", "dear team", "hi there", "to whom it may concern"],
    asides: [
      "last month OTHER and now CONCERN", "OTHER, but that is settled; today CONCERN",
      "CONCERN, and by the way OTHER", "first CONCERN, OTHER can wait", "not about OTHER this time: CONCERN",
      "your colleague talked about OTHER, yet CONCERN",
    ],
    vague: [
      "it is about SUBJECT again, you know the case", "SUBJECT, please call back",
      "still no answer on SUBJECT",
      "question on SUBJECT",
    ],
    fillers: [
      "I have written twice already", "I have been a customer for ten years",
      "I work from home and need this",
      "my customer number is in the subject line", "I was on hold for forty minutes", "the app was no help",
      "I can pay for it if needed", "the address has not changed", "please look at the account",
    ],
    closings: [
      "thank you", "kind regards", "please answer soon", "I expect an answer by Friday", "thanks in advance",
    ],
    gap: ". ", end: ".")

  static let chinese = ServiceDeskBank(
    topics: [
      Topic(
        name: "billing", share: 0.26, subjects: ["账单", "这个月的话费", "上次的付款", "月租", "自动扣款"],
        sentences: [
          "SUBJECT比说好的高", "SUBJECT重复扣了两次", "SUBJECT里有一笔看不懂", "请把SUBJECT再发我一份", "SUBJECT扣早了",
          "SUBJECT里没看到退款", "SUBJECT上的地址不对", "SUBJECT已经结清还来催缴",
        ]),
      Topic(
        name: "connection-fault", share: 0.22, subjects: ["宽带", "线路", "无线网", "路由器", "电话"],
        sentences: [
          "SUBJECT从昨天起就断了", "SUBJECT几分钟掉一次", "SUBJECT慢得没法用", "打雷之后SUBJECT不能用了",
          "亮红灯，SUBJECT没有信号", "SUBJECT一到晚上就不行", "重启过了SUBJECT还是不通",
        ]),
      Topic(
        name: "account-access", share: 0.18, subjects: ["账号", "网上营业厅", "手机应用", "密码", "登录"],
        sentences: [
          "SUBJECT用不了了", "SUBJECT被锁住了", "SUBJECT的验证码一直收不到", "SUBJECT提示用户不存在", "请帮我重置SUBJECT",
          "SUBJECT要求的邮箱已经停用", "忘了SUBJECT的用户名",
        ]),
      Topic(
        name: "delivery", share: 0.15, subjects: ["包裹", "新路由器", "订的手机", "电话卡", "订单"],
        sentences: [
          "SUBJECT还没收到", "SUBJECT送错地址了", "SUBJECT到手就是坏的", "SUBJECT的物流一周没动", "SUBJECT什么时候发货",
          "SUBJECT被放到不认识的邻居家", "SUBJECT里少了东西",
        ]),
      Topic(
        name: "contract-change", share: 0.12, subjects: ["合约", "套餐", "资费", "副卡", "月租"],
        sentences: [
          "我想取消SUBJECT", "要搬家，SUBJECT想迁过去", "请把SUBJECT换成小一点的", "SUBJECT还有多久到期", "SUBJECT要过户给女儿",
          "想把SUBJECT升级成更快的", "请确认SUBJECT何时终止",
        ]),
      Topic(
        name: "appointment", share: 0.07, subjects: ["师傅", "预约", "上门", "安装"],
        sentences: [
          "SUBJECT约的今天，没人来", "SUBJECT能不能改到下周", "请给SUBJECT定个时间", "SUBJECT来的时候家里没人", "SUBJECT做到一半就走了",
        ]),
    ],
    greetings: ["你好", "您好", "早上好", "客服你好", "打扰一下"],
    asides: [
      "上个月OTHER，这次CONCERN", "OTHER，那个已经解决，今天是CONCERN", "CONCERN，另外OTHER", "先说CONCERN，OTHER以后再说",
      "这次不是OTHER：CONCERN", "你们同事讲的是OTHER，可是CONCERN",
    ],
    vague: ["还是SUBJECT的事，你们知道的", "SUBJECT，请回电", "SUBJECT一直没答复", "问一下SUBJECT"],
    fillers: [
      "我已经写过两次", "我是十年的老用户", "在家办公离不开", "客户号写在标题里", "热线等了四十分钟", "手机应用也没用", "需要的话我可以付钱",
      "地址没变过", "请查一下账号",
    ],
    closings: ["谢谢", "麻烦了", "请尽快答复", "周五前给我答复", "先谢过"], gap: "，", end: "。")
}
