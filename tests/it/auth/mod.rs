mod redeem_magic_link;
