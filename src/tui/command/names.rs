//! Every command there is. Its name in kebab case is its name in the configuration and, after `command-`, the id of
//! its words.

use strum::{EnumIter, EnumString, IntoStaticStr};

/// What a key or a word in the palette asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Command {
    // moving
    Up,
    Down,
    Left,
    Right,
    First,
    Last,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    NextPane,
    PreviousPane,
    /// A digit: group, tab or section with that number.
    #[strum(disabled)]
    Number(u8),
    Open,
    Back,
    NextClient,
    PreviousClient,
    Search,
    Find,
    NextHit,
    PreviousHit,
    JumpBack,
    // everywhere
    Palette,
    Help,
    Undo,
    Redo,
    Save,
    Edit,
    Copy,
    Remove,
    Redraw,
    Quit,
    Suspend,
    Stop,
    Privacy,
    Lock,
    // screens
    GoToday,
    GoClients,
    GoVisits,
    GoWeek,
    GoNeeds,
    GoOffers,
    GoMoney,
    GoReport,
    GoCatalogue,
    GoSettings,
    GoHistory,
    GoDrafts,
    // of a client
    WriteUp,
    Brief,
    Map,
    Export,
    OpenClient,
    StageBox,
    NextStage,
    PastGate,
    VipTest,
    // adding
    Add,
    AddVisit,
    AddCall,
    AddPromise,
    AddNeed,
    AddNote,
    AddProblem,
    AddGoal,
    AddTarget,
    AddSpend,
    AddAudit,
    AddSatisfaction,
    AddOccasion,
    AddRole,
    AddPerson,
    AddWriteUp,
    // lists
    Toggle,
    Ways,
    Filter,
    SavedFilters,
    SortName,
    SortTier,
    SortOverdue,
    SortLtv,
    SortMap,
    SortSatisfaction,
    SortStage,
    ToBudget,
    ToPlans,
    ToRates,
    Earlier,
    Later,
    Now,
    MoveVisit,
    WeekView,
    AgendaView,
    DayEarlier,
    DayLater,
    StartEarlier,
    StartLater,
    Invite,
    // the log's kinds
    NarrowAll,
    NarrowVisits,
    NarrowNotes,
    NarrowPromises,
    NarrowProblems,
    NarrowSatisfaction,
    // people on the map and after a visit
    RolePrepares,
    RoleAgrees,
    RoleSpeaks,
    RoleBudgets,
    RoleDecides,
    RoleInfluences,
    RoleOperates,
    RoleInforms,
    Surer,
    LessSure,
    Warmer,
    Cooler,
    MoreInfluence,
    LessInfluence,
    Came,
    Source,
    Interests,
    Line,
    Absent,
    WhichMap,
    ToPerson,
    AskNextVisit,
    AsOf,
    EarlierChange,
    LaterChange,
    EarlierVersion,
    LaterVersion,
    SinceLast,
    // visit
    TakeQuestion,
    Answered,
    GiveEvidence,
    Voiced,
    WeOwe,
    TheyOwe,
    EditPage,
    InsertAnswer,
    // needs
    Evidence,
    MoveNeed,
    MoveNeedBack,
    HiddenOnly,
    WhomToTell,
    // figures
    CloseMonth,
    ImportFile,
    ReplaceFigures,
    TakeLine,
    // offers
    ScoreUp,
    ScoreDown,
    Unjudged,
    AgreeTerm,
    Concede,
    NewVersion,
    Present,
    AcceptOffer,
    DeclineOffer,
    WhatIf,
    CopyOffer,
    // the report
    ByMonth,
    ByQuarter,
    ByYear,
    WriteReport,
    // money
    // history
    TakeBack,
    Restore,
    // export and import
    WriteFile,
    InternalBrief,
    ClientCopy,
    WithPersonal,
    OnePage,
    ChooseSections,
    TurnSection,
    ChooseFormat,
    ChooseLanguage,
    ShowPrivate,
    Release,
    OpenFile,
    OpenLink,
    // forms
    MoreFields,
    Next,
    Previous,
    Editor,
    Yes,
    No,
    // by name only, with what was typed after it
    Write,
    WriteQuit,
    Discard,
    Stage,
    Force,
    Set,
    Lang,
    AdaptationList,
    // the book and its folders
    CheckBook,
    Backup,
    Sync,
    Reopen,
    Merge,
    Choose,
}

impl Command {
    /// Its name in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            other => other.into(),
        }
    }

    /// Whether it changes an offer, or what is typed or tried out on its board.
    pub fn is_of_an_offer(self) -> bool {
        matches!(
            self,
            Self::Add
                | Self::Edit
                | Self::Open
                | Self::Remove
                | Self::Concede
                | Self::NewVersion
                | Self::Present
                | Self::AcceptOffer
                | Self::DeclineOffer
                | Self::CopyOffer
                | Self::Interests
                | Self::Undo
                | Self::Redo
        ) || self.is_tried()
    }

    /// Whether a what-if takes it as a try.
    pub fn is_tried(self) -> bool {
        matches!(self, Self::AgreeTerm | Self::ScoreUp | Self::ScoreDown | Self::Unjudged | Self::WhatIf)
    }

    /// Moving about, answering a box: what a screen may ignore without a word.
    pub fn is_movement(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::Left
                | Self::Right
                | Self::First
                | Self::Last
                | Self::HalfDown
                | Self::HalfUp
                | Self::PageDown
                | Self::PageUp
                | Self::NextPane
                | Self::PreviousPane
                | Self::Number(_)
                | Self::Open
                | Self::NextClient
                | Self::PreviousClient
                | Self::NextHit
                | Self::PreviousHit
                | Self::Next
                | Self::Previous
                | Self::Stop
                | Self::Yes
                | Self::No
                | Self::Save
                | Self::Copy
        )
    }

    /// Whether it works on the client of the line under the cursor.
    pub fn is_about_client(self) -> bool {
        matches!(
            self,
            Self::Brief
                | Self::Map
                | Self::Export
                | Self::OpenClient
                | Self::WriteUp
                | Self::AddWriteUp
                | Self::AddVisit
                | Self::AddCall
                | Self::AddPromise
                | Self::AddNeed
                | Self::AddNote
                | Self::AddProblem
                | Self::AddGoal
                | Self::AddTarget
                | Self::AddSpend
                | Self::AddAudit
                | Self::AddSatisfaction
                | Self::AddOccasion
                | Self::AddRole
                | Self::AddPerson
        )
    }

    /// The id of the words that say what it does.
    pub fn words(self) -> String {
        format!("command-{}", self.name())
    }
}
