//! attache: the personal manager's own book of VIP clients, in a terminal.
