"""What differs from country to country: words, deadlines, papers, receivers. Data, validated when it is loaded."""
