"""What holds for each word of a text: denied, doubted, supposed, asked, past."""
