mod set_capacity;
