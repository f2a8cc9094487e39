/// What the handbook of the sample speaks of: services, topics, and how each may be put.
enum HandbookWords {
  struct Service {
    /// As the handbook calls it.
    let name: String
    let otherNames: [String]
  }

  /// @ stands for the service, # for a number, % for a day.
  struct Topic {
    let passages: [String]
    /// Questions with words of the passages.
    let plain: [String]
    /// Questions in other words.
    let otherwise: [String]
  }

  static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// Sentences that follow in passages of every topic.
  static let asides = [
    "The staff at the counter will gladly help.", "This rule was last changed on a % in spring.",
    "A leaflet lies at the entrance.", "Exceptions are decided by the town council.",
    "Please read the notice on the board.", "The same holds for groups of more than # persons.",
  ]

  static let services = [
    Service(name: "the swimming pool", otherNames: ["the baths", "the place where people swim"]),
    Service(name: "the town library", otherNames: ["the book collection", "the reading rooms"]),
    Service(name: "the museum", otherNames: ["the exhibition house", "the old paintings"]),
    Service(name: "the registry office", otherNames: ["the marriage bureau", "the place for birth papers"]),
    Service(name: "the sports hall", otherNames: ["the gym", "the indoor courts"]),
    Service(name: "the music school", otherNames: ["the piano lessons", "the orchestra classes"]),
    Service(name: "the kindergarten", otherNames: ["the nursery", "day care for small children"]),
    Service(name: "the recycling yard", otherNames: ["the waste depot", "the dump"]),
    Service(name: "the town theatre", otherNames: ["the playhouse", "the stage"]),
    Service(name: "the bus line", otherNames: ["public transport", "the coach to the centre"]),
    Service(name: "the weekly market", otherNames: ["the farmers' stalls", "the vegetable sellers"]),
    Service(name: "the camping site", otherNames: ["the tent ground", "the caravan place"]),
    Service(name: "the ice rink", otherNames: ["the skating hall", "the place where people skate"]),
    Service(name: "the cemetery", otherNames: ["the graveyard", "the burial ground"]),
    Service(name: "the boat harbour", otherNames: ["the marina", "the berths for yachts"]),
    Service(name: "the youth centre", otherNames: ["the club for teenagers", "the teens' house"]),
    Service(name: "the animal shelter", otherNames: ["the home for stray dogs", "the pound"]),
    Service(name: "the botanical garden", otherNames: ["the greenhouses", "the plant park"]),
  ]

  static let topics = openness + conduct + dealings
}

extension HandbookWords {
  fileprivate static let openness = [
    Topic(
      passages: [
        "The opening hours of @ are # to 20 o'clock, on % only from noon.",
        "@ has opening hours from # o'clock; it is closed on %.",
      ],
      plain: ["What are the opening hours of @?", "Is @ closed on Sunday?"],
      otherwise: ["When can I come to @?", "From what time may I visit @?"]),
    Topic(
      passages: [
        "Admission to @ costs # francs; the fee is paid at the entrance.",
        "The admission fee of @ is # francs a person.",
      ],
      plain: ["What is the admission fee of @?", "How many francs does @ charge?"],
      otherwise: ["How expensive is @?", "What do I have to pay for @?"]),
    Topic(
      passages: [
        "Pupils, students and pensioners get a reduction of # per cent at @.",
        "@ grants a reduction of # per cent to pensioners and students.",
      ],
      plain: ["Is there a reduction for students at @?", "Which reduction does @ grant?"],
      otherwise: ["Do old people get @ cheaper?", "Is @ less dear for the young?"]),
    Topic(
      passages: [
        "Parking spaces for cars lie behind @; the first # minutes are free.",
        "@ has # parking spaces, and bicycles stand beside the gate.",
      ],
      plain: ["Are there parking spaces at @?", "Where are cars parked near @?"],
      otherwise: ["Where do I leave my vehicle for @?", "Can I drive to @?"]),
    Topic(
      passages: [
        "@ has a ramp and a lift for wheelchairs; # seats are reserved.",
        "Wheelchairs reach @ by the lift on the north side.",
      ],
      plain: ["Does @ have a ramp for wheelchairs?", "Is there a lift at @?"],
      otherwise: ["Can disabled visitors get into @?", "Is @ without steps?"]),
    Topic(
      passages: [
        "During the school holidays in summer @ keeps a holiday timetable for # weeks.",
        "The holiday timetable of @ begins on the first % of July.",
      ],
      plain: ["What is the holiday timetable of @?", "When does the holiday timetable begin at @?"],
      otherwise: ["Does @ work differently in August?", "What changes at @ while schools are shut?"]),
  ]

  fileprivate static let conduct = [
    Topic(
      passages: [
        "Dogs must stay outside @; a bowl of water stands ready.",
        "Dogs are led on a leash at @ and kept # metres from others.",
      ],
      plain: ["Are dogs allowed at @?", "Must dogs be on a leash at @?"],
      otherwise: ["May I bring my pet to @?", "What about a puppy at @?"]),
    Topic(
      passages: [
        "Smoking is forbidden at @; the fine is # francs.",
        "At @ smoking is only permitted # metres from the door.",
      ],
      plain: ["Is smoking permitted at @?", "What is the fine for smoking at @?"],
      otherwise: ["May I light a cigarette at @?", "Where can I have tobacco at @?"]),
    Topic(
      passages: [
        "Photographs at @ are allowed for private use without flash.",
        "Whoever takes photographs at @ for a newspaper asks # days before.",
      ],
      plain: ["Are photographs allowed at @?", "May I take photographs at @ without flash?"],
      otherwise: ["Can I use my camera at @?", "May we film at @?"]),
    Topic(
      passages: [
        "Lost property found at @ is kept for # weeks at the desk.",
        "@ hands lost property over to the police every %.",
      ],
      plain: ["Where is lost property of @ kept?", "How long is lost property kept at @?"],
      otherwise: ["I forgot my umbrella at @, who has it?", "Where do I look for keys left at @?"]),
    Topic(
      passages: [
        "In an accident at @ call the first aid room, number #.",
        "First aid at @ is given by # trained helpers.",
      ],
      plain: ["Who gives first aid at @?", "Where is the first aid room of @?"],
      otherwise: ["What if somebody is hurt at @?", "Is there a nurse at @?"]),
    Topic(
      passages: [
        "Drinks and snacks are sold at @ from a kiosk until # minutes before the end.",
        "The kiosk of @ offers snacks and a warm dish on %.",
      ],
      plain: ["Does @ have a kiosk with drinks?", "Are snacks sold at @?"],
      otherwise: ["Can I eat something at @?", "Where do I find lunch at @?"]),
  ]

  fileprivate static let dealings = [
    Topic(
      passages: [
        "Registration for @ is done with a form at least # days ahead.",
        "For @ a registration form is filled in and signed.",
      ],
      plain: ["Is a registration form needed for @?", "How does registration for @ work?"],
      otherwise: ["How do I sign up for @?", "Where can I enrol with @?"]),
    Topic(
      passages: [
        "Cancellation is free at @ until # hours before; later half the price is due.",
        "@ accepts a cancellation in writing up to # days before.",
      ],
      plain: ["Until when is cancellation free at @?", "Does @ accept a cancellation in writing?"],
      otherwise: ["What if I cannot come to @ after all?", "How do I call off a date with @?"]),
    Topic(
      passages: [
        "Complaints about @ go to the ombudsman, who answers within # days.",
        "The ombudsman hears complaints about @ every %.",
      ],
      plain: ["Who hears complaints about @?", "When does the ombudsman answer complaints about @?"],
      otherwise: ["I am unhappy with @, whom do I tell?", "Whom do I write to about trouble with @?"]),
    Topic(
      passages: [
        "Volunteers help at @ for # hours a month and get a certificate.",
        "@ looks for volunteers, above all on %.",
      ],
      plain: ["Does @ look for volunteers?", "How many hours do volunteers help at @?"],
      otherwise: ["How can I lend a hand at @ without wages?", "Is unpaid work possible at @?"]),
    Topic(
      passages: [
        "Vacancies at @ are advertised on the first % of the month.",
        "Applications for vacancies at @ need a letter and # references.",
      ],
      plain: ["Are there vacancies at @?", "What do applications for vacancies at @ need?"],
      otherwise: ["I want a job at @, what must I do?", "Does @ hire people?"]),
    Topic(
      passages: [
        "Rooms of @ are let for celebrations at # francs an hour.",
        "Celebrations can be held at @ when rooms are let on %.",
      ],
      plain: ["Are rooms of @ let for celebrations?", "What do rooms of @ cost an hour?"],
      otherwise: ["Can we have a birthday party at @?", "May a wedding feast be held at @?"]),
  ]
}
