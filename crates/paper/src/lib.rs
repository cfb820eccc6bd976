//! What gets printed: ticket, slips and claim packet, as receipt bytes, pictures and PDF.
