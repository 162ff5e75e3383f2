# Messages of this area.
