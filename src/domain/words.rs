//! Every closed set of words of the book. Stored and shown on the command line as the lower-case English word; an
//! unknown word is refused, never mapped.

/// Declares enumerations: the dotted prefix of their terms, the name, and the values in their natural order.
macro_rules! words {
    ($($prefix:literal $name:ident { $($value:ident),+ $(,)? })+) => {$(
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            strum::EnumString, strum::IntoStaticStr, strum::VariantNames, strum::VariantArray,
        )]
        #[strum(serialize_all = "snake_case")]
        pub enum $name { $($value),+ }

        impl $name {
            /// The word as it is stored.
            pub fn word(self) -> &'static str {
                self.into()
            }

            pub fn from_word(word: &str) -> Option<Self> {
                word.parse().ok()
            }

            pub fn all() -> &'static [Self] {
                <Self as strum::VariantArray>::VARIANTS
            }

            /// The dotted key of the word's term, e.g. `need.state.probed`.
            pub fn term(self) -> String {
                format!("{}.{}", $prefix, self.word())
            }
        }

        impl crate::domain::field::FieldType for $name {
            const KIND: crate::domain::field::Kind = crate::domain::field::Kind::Word {
                term: $prefix,
                words: <Self as strum::VariantNames>::VARIANTS,
            };

            fn json(&self) -> serde_json::Value {
                self.word().into()
            }

            fn from_json(json: &serde_json::Value) -> Result<Self, crate::domain::Sentence> {
                crate::domain::field::text_of(json)
                    .and_then(Self::from_word)
                    .ok_or_else(|| crate::domain::field::invalid_word(json, <Self as strum::VariantNames>::VARIANTS))
            }

            fn from_cells(cells: &[crate::domain::field::Cell<'_>]) -> Option<Self> {
                match cells {
                    [crate::domain::field::Cell::Text(word)] => Self::from_word(word),
                    _ => None,
                }
            }
        }
    )+};
}

words! {
    "client.kind" ClientKind { Company, Individual }
    "client.segment" Segment { BankRelated, Large, Medium, Mass }
    "client.vip_category" VipCategory { LongStanding, Retain, Attract }
    "client.status" ClientStatus { Prospect, Active, Dormant, Left, Declined, Merged, Archived }
    "client.source_channel" SourceChannel {
        DirectReferral, DirectEvent, DirectRelative, DirectSuccessNews, DirectPersonal, DirectAssociation, DirectLetter,
        IndirectAdvertising, IndirectImage, IndirectInternet, IndirectOpenDay, Inherited, Other,
    }
    "client.language" ClientLanguage { En, Ru, Bg, Zh, Other }
    "satisfaction.about" ChoiceFactor { Solvency, Reliability, Speed, Staff, Service, Price, Reach }
    "client.risk_profile" RiskProfile { Low, Medium, High }
    "client.tier" Tier { MostValuable, Strategic, Working, Ballast, Unknown }
    "language" Language { En, Ru, Bg, Zh }
    "week" Weekday { Mon, Tue, Wed, Thu, Fri, Sat, Sun }
    "settings.vip_volume_rule" VolumeRule { All, Any }
    "settings.name_display" NameDisplay { GivenFirst, FamilyFirst, AsEntered }
    "settings.key_layout" KeyLayout { Ru, BgBds, BgPhonetic, BgPhoneticNew, Off }
    "vip.criterion" Criterion {
        Products, VolumeSales, VolumeTurnover, VolumeExport, VolumeBalance, Monopoly, Strategic, Growth,
    }
    "vip_evidence.kind" EvidenceKind { Figure, Judgement }
    "vip.verdict" Verdict { Met, NotMet }
    "vip_evidence.source" EvidenceSource { Ledger, ClientReport, Public, Registry, Visit, Colleague, Other }
    "person.sex" Sex { F, M }
    "person.side" Side { Client, Bank, Other }
    "affiliation.level" Level { Board, Top, Middle, Specialist, Support }
    "role.kind" RoleKind { Prepares, Agrees, SpeaksFor, Budgets, Decides, Influences, Operates, Informs }
    "role.certainty" Certainty { Assumed, Heard, Confirmed }
    "role.end_reason" EndReason { Left, Changed, Wrong }
    "influence.kind" InfluenceKind { ReportsTo, Influences }
    "interest.kind" InterestKind {
        Career, Workload, Standing, OwnTargets, Risk, Team, Relationship, Craft, Other,
    }
    "need.voice" Voice { Stated, Hidden }
    "need.breadth" Breadth { Basic, Special }
    "need.theme" Theme {
        Settlement, Financing, Cash, Guarantee, Rating, Advice, Trade, Fx, Treasury, Payroll, Investment, Protection,
        Succession, Digital, Private, Other,
    }
    "need.origin" NeedOrigin { Client, Manager, Colleague, FormedByUs }
    "need.state" NeedState { Hypothesis, Probed, Confirmed, Addressed, Met, Dropped }
    "need.drop_kind" DropKind { NoProduct, NoInterest, SolvedElsewhere, Other }
    "need.weight" Weight { Hint, Said, Document }
    "need.answered_by" AnsweredByKind { Offer, Holding, Note }
    "visit.kind" VisitKind { Meeting, Call, Event, Reception }
    "visit.phase" Phase { Before, During, After }
    "visit.place_kind" PlaceKind { Theirs, Ours, Other, Phone, Video }
    "visit.status" VisitStatus { Planned, Held, Cancelled, Missed }
    "word" Tri { Yes, No }
    "visit.about" About { Need, Role, Stance, Figure, Occasion }
    "visit.push_check" PushCheck { None, Kept, Unticked }
    "visit.requested_by" Party { Us, Them }
    "commitment.who" Who { We, They }
    "commitment.state" CommitmentState { Open, Passed, Done, Cancelled }
    "commitment.repeat" Repeat { None, Weekly, Monthly, Quarterly, Yearly }
    "commitment.origin" CommitmentOrigin { Visit, Adaptation, Problem, Manual }
    "product.family" Family {
        Settlement, Lending, Deposits, Cash, Trade, Guarantees, Fx, Cards, Payroll, Investment, Trust, Advice, Digital,
        Insurance, Other,
    }
    "proposal.kind" ProposalKind { Standard, Tailored, Package }
    "proposal.state" ProposalState { Draft, Discussed, Presented, Accepted, Declined }
    "proposal_term.kind" TermKind { Price, Amount, Term, Service, Security, Timing, Advice, Other }
    "proposal_term.state" TermState { Open, Agreed, Dropped }
    "service_spend.category" SpendCategory {
        Schooling, LegalTax, Travel, Medical, Culture, Sport, Gift, Event, Transport, Other,
    }
    "satisfaction.source" SatisfactionSource { Said, Survey, ManagerView }
    "satisfaction.about" SatisfactionAbout { Overall, Solvency, Reliability, Speed, Staff, Service, Price, Reach }
    "occasion.kind" OccasionKind { Birthday, Anniversary, NameDay, CompanyDay, Holiday, Other }
    "occasion.recurring" Recurring { Yearly, Once }
    "answer.kind" AnswerKind { Answer, Standard, Recommendation, Rights, Conflict, Negotiation, Playbook }
    "problem.kind" ProblemKind { Complaint, Question, Request, Suggestion }
    "problem.topic" ProblemTopic { Channels, Settlement, Staff, Price, Speed, ProductFeedback, Documents, Other }
    "problem.state" ProblemState { Open, Passed, Answered, Resolved, Reopened, Rejected }
    "note.topic" NoteTopic { Process, Technology, Market, Plans, Partners, Competitor, Family, Other }
    "note.source" NoteSource { Visit, Client, Operations, Public, Authority, Colleague, Other }
    "class" NoteClass { In, Co, Pe }
    "client_link.kind" LinkKind { PartnerOf, SupplierOf, CustomerOf, CompetitorOf }
    "business_audit.kind" AuditKind { Business, PersonalFinance }
    "business_audit.position" Position { Leader, Strong, Average, Weak, Unknown }
    "client_goal.kind" GoalKind { ClientBusiness, OurService, Joint, DecisionPath }
    "client_goal.state" GoalState { Proposed, Agreed, Reached, Abandoned }
    "plan_target.measure" Measure {
        Income, Turnover, AvgBalance, Sales, Export, Holdings, Satisfaction, MetNeeds, HeldVisits, ClientsActive,
        ClientsMostValuable, NewClients,
    }
    "signal" SignalKind {
        CadenceOverdue, SatisfactionFalling, IncomeSlipping, OurPromiseLate, DeciderCooled, KeyPersonLeft, DeciderStale,
        TurnoverFallen, OfferExpired,
    }
    "journal.kind" StepKind { Edit, Undo, Redo }
}

impl RoleKind {
    /// The five steps of a decision, in their order; the other kinds have no step of their own.
    pub const STEPS: [Self; 5] = [Self::Prepares, Self::Agrees, Self::SpeaksFor, Self::Budgets, Self::Decides];

    pub fn is_step(self) -> bool {
        self <= Self::Decides
    }
}

impl ProposalState {
    /// Where an offer goes on to; none when it was decided.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Draft => Some(Self::Discussed),
            Self::Discussed => Some(Self::Presented),
            Self::Presented => Some(Self::Accepted),
            Self::Accepted | Self::Declined => None,
        }
    }
}

impl NeedState {
    /// Confirmed or further, and not dropped.
    pub fn is_confirmed(self) -> bool {
        matches!(self, Self::Confirmed | Self::Addressed | Self::Met)
    }

    /// Still to be worked on.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Met | Self::Dropped)
    }

    /// Evidence takes a guess one state further.
    #[must_use]
    pub fn with_evidence(self) -> Self {
        if self == Self::Hypothesis { Self::Probed } else { self }
    }

    /// Where a need goes back to: what was answered or met is open again. None for a guess.
    pub fn previous(self) -> Option<Self> {
        match self {
            Self::Hypothesis => None,
            Self::Probed | Self::Dropped => Some(Self::Hypothesis),
            Self::Confirmed => Some(Self::Probed),
            Self::Addressed | Self::Met => Some(Self::Confirmed),
        }
    }

    /// Where a need goes on to; one that was dropped is taken up again. None when it is met.
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Hypothesis => Some(Self::Probed),
            Self::Probed => Some(Self::Confirmed),
            Self::Confirmed => Some(Self::Addressed),
            Self::Addressed => Some(Self::Met),
            Self::Met => None,
            Self::Dropped => Some(Self::Hypothesis),
        }
    }
}

impl ClientStatus {
    /// Prospects and active clients have a contact rhythm; the others do not.
    pub fn has_rhythm(self) -> bool {
        matches!(self, Self::Prospect | Self::Active)
    }

    /// Worked with now: these make up the pyramid, are watched, congratulated and invited.
    pub fn is_in_portfolio(self) -> bool {
        matches!(self, Self::Prospect | Self::Active | Self::Dormant)
    }

    /// Has a place in the pyramid once its value is known.
    pub fn has_tier(self) -> bool {
        matches!(self, Self::Active | Self::Dormant)
    }

    /// Stands in lists of clients without being asked for.
    pub fn is_listed(self) -> bool {
        !matches!(self, Self::Merged | Self::Archived)
    }

    /// Left, merged and archived clients are read-only but for reopening and notes.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Left | Self::Merged | Self::Archived)
    }
}

impl CommitmentState {
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Passed)
    }
}

impl ProblemState {
    /// Neither resolved nor rejected.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Resolved | Self::Rejected)
    }
}
